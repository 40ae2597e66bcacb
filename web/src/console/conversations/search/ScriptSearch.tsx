import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Input, Modal, Segmented } from 'antd';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { OwnScript } from '../../api/types';
import { useText } from '../../text/ConsoleTextContext';
import { GroupTree } from './GroupTree';
import { OwnScriptDialog } from './OwnScriptDialog';
import { ScriptRowItem } from './ScriptRowItem';
import styles from './ScriptSearch.module.css';
import { findOwn, ownRowOf, rowOf, type ScriptRow, type Taken, takenOf } from './Taken';
import { useScriptSearch } from './useScriptSearch';
import { useShelf } from './useShelf';

interface Props {
  channel: string;
  close: () => void;
  use: (taken: Taken) => void;
}

const shelves = ['recent', 'favourites', 'own', 'groups'] as const;
type ShelfName = (typeof shelves)[number];

const newOwn: OwnScript = { id: '', title: '', text: '' };

/** Finds a script while one types, or offers what is at hand, and puts it into the draft; all of it works without a mouse. */
export function ScriptSearch({ channel, close, use }: Props) {
  const { text, explain } = useText();
  const { modal } = App.useApp();
  const { shelf, mark, save, remove } = useShelf(channel);
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState<ShelfName>('recent');
  const [intent, setIntent] = useState<string | null>(null);
  const [chosen, setChosen] = useState(0);
  const [writing, setWriting] = useState<OwnScript | null>(null);
  const searching = query.trim().length > 0;
  const { hits, problem } = useScriptSearch(query, shown === 'groups' ? intent : null, channel);
  useEffect(() => setChosen(0), [query, shown, intent]);

  const found = (hits ?? []).map(rowOf);
  const rows: ScriptRow[] = searching
    ? [...findOwn(shelf.own, query).map(ownRowOf), ...found]
    : { recent: () => shelf.recent.map(rowOf), favourites: () => shelf.favourites.map(rowOf), own: () => shelf.own.map(ownRowOf), groups: () => found }[shown]();
  const favourites = new Set(shelf.favourites.map(({ scriptId }) => scriptId));
  const current = rows[Math.min(chosen, rows.length - 1)];
  const empty = problem ? explain(problem) : !searching ? text.search.emptyShelf[shown] : hits ? text.search.none : text.search.prompt;

  const take = (row: ScriptRow | undefined) => {
    if (!row) return;
    use(takenOf(row));
    close();
  };

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || rows.length === 0) return;
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % rows.length);
    else if (event.key === 'ArrowUp') setChosen((chosen + rows.length - 1) % rows.length);
    else if (event.key === 'Enter') take(current);
    else if (event.key.toLowerCase() === 'd' && (event.ctrlKey || event.metaKey) && current?.script) mark(current.key);
    else return;
    event.preventDefault();
  };

  const confirmRemove = ({ id, title }: OwnScript) =>
    void modal.confirm({
      title: text.search.removeConfirm(title),
      okText: text.search.remove,
      okButtonProps: { danger: true },
      onOk: async () => void (await remove(id)),
    });

  return (
    <Modal open onCancel={close} footer={null} title={text.search.heading} width={760} style={{ top: 60 }}>
      <Input
        autoFocus
        size="large"
        allowClear
        value={query}
        placeholder={text.search.placeholder}
        aria-label={text.search.heading}
        data-testid="script-search"
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={press}
      />
      {!searching && (
        <div className={styles.shelves}>
          <Segmented<ShelfName>
            size="small"
            aria-label={text.search.shelfLabel}
            value={shown}
            onChange={setShown}
            options={shelves.map((name) => ({
              value: name,
              label: <span data-testid={`shelf-${name}`}>{text.search.shelves[name]}</span>,
            }))}
          />
          {shown === 'own' && (
            <Button size="small" icon={<PlusOutlined />} data-testid="own-add" onClick={() => setWriting(newOwn)}>
              {text.search.addOwn}
            </Button>
          )}
        </div>
      )}
      <div className={styles.body}>
        {!searching && shown === 'groups' && <GroupTree channel={channel} chosen={intent} choose={setIntent} />}
        <ul className={styles.hits} aria-label={text.search.heading} data-testid="script-rows">
          {rows.map((row, index) => (
            <ScriptRowItem
              key={row.key}
              row={row}
              chosen={row === current}
              favourite={favourites.has(row.key)}
              point={() => setChosen(index)}
              take={() => take(row)}
              mark={() => mark(row.key)}
              edit={() => setWriting(row.own)}
              remove={() => row.own && confirmRemove(row.own)}
            />
          ))}
        </ul>
        {rows.length === 0 && (
          <p className={styles.empty} role="status">
            {empty}
          </p>
        )}
      </div>
      <p className={styles.hint}>{text.search.hint}</p>
      <span className={styles.spoken} aria-live="polite">
        {current?.title}
      </span>
      <OwnScriptDialog script={writing} cancel={() => setWriting(null)} save={save} />
    </Modal>
  );
}
