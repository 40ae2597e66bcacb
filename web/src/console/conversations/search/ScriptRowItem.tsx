import { DeleteOutlined, EditOutlined, StarFilled, StarOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useText } from '../../text/ConsoleTextContext';
import { TemplateText } from '../suggestions/TemplateText';
import { highlight } from './highlight';
import styles from './ScriptRowItem.module.css';
import type { ScriptRow } from './Taken';

interface Props {
  row: ScriptRow;
  chosen: boolean;
  favourite: boolean;
  point: () => void;
  take: () => void;
  /** Marks a script of the base, or unmarks it. */
  mark: () => void;
  /** Changes or removes a reply of one's own. */
  edit: () => void;
  remove: () => void;
}

/** A script or a reply of one's own: taken with a click or Enter, with what else can be done beside it. */
export function ScriptRowItem({ row, chosen, favourite, point, take, mark, edit, remove }: Props) {
  const { text } = useText();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  return (
    <li
      ref={item}
      className={styles.row}
      data-chosen={chosen}
      data-testid={row.own ? 'own-script' : 'script-hit'}
      data-script={row.key}
      onMouseMove={point}
    >
      <button type="button" className={styles.take} onClick={take}>
        <span className={styles.question}>
          <span>
            {highlight(row.title, row.highlights).map((piece, index) =>
              piece.hit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
            )}
          </span>
        </span>
        <span className={styles.text}>
          <TemplateText template={row.text} />
        </span>
      </button>
      {row.own ? (
        <>
          <Button type="text" size="small" icon={<EditOutlined />} aria-label={text.search.edit} data-testid="own-edit" onClick={edit} />
          <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={text.search.remove} data-testid="own-remove" onClick={remove} />
        </>
      ) : (
        <Button
          type="text"
          size="small"
          icon={favourite ? <StarFilled /> : <StarOutlined />}
          aria-pressed={favourite}
          aria-label={favourite ? text.search.unfavourite : text.search.favourite}
          data-testid="favourite"
          onClick={mark}
        />
      )}
    </li>
  );
}
