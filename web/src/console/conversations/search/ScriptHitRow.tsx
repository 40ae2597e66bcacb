import { useEffect, useRef } from 'react';
import type { ScriptHit } from '../../api/types';
import { TemplateText } from '../suggestions/TemplateText';
import { highlight } from './highlight';
import styles from './ScriptHitRow.module.css';

interface Props {
  id: string;
  hit: ScriptHit;
  chosen: boolean;
  point: () => void;
  take: () => void;
}

export function ScriptHitRow({ id, hit, chosen, point, take }: Props) {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  return (
    <div
      ref={row}
      id={id}
      className={styles.row}
      role="option"
      aria-selected={chosen}
      data-testid="script-hit"
      data-script={hit.scriptId}
      onMouseMove={point}
      onClick={take}
    >
      <div className={styles.question}>
        <span>
          {highlight(hit.question, hit.highlights).map((piece, index) =>
            piece.hit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
          )}
        </span>
        <code>{hit.scriptId}</code>
      </div>
      <div className={styles.text}>
        <TemplateText template={hit.text} />
      </div>
    </div>
  );
}
