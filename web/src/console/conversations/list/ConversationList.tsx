import { Alert, Badge, Segmented } from 'antd';
import type { KeyboardEvent } from 'react';
import { useSyncExternalStore } from 'react';
import type { Scope } from '../../api/deskApi';
import type { ConversationSummary } from '../../api/types';
import { useDeskContext } from '../../live/DeskContext';
import { useText } from '../../text/ConsoleTextContext';
import { ConversationItem } from './ConversationItem';
import { ListFilters } from './ListFilters';
import { type ListFilter, narrows, noFilter, offerOf } from './lists';
import { OfferCard } from './OfferCard';
import styles from './ConversationList.module.css';

interface Props {
  scope: Scope;
  setScope: (scope: Scope) => void;
  filter: ListFilter;
  setFilter: (filter: ListFilter) => void;
  rows: readonly ConversationSummary[];
  counts: Record<'mine' | 'waiting', number>;
  selected: string | null;
  open: (id: string) => void;
  /** A buyer was taken. */
  accepted: () => void;
}

/** The left column: three lists, narrowed by the filters. */
export function ConversationList({ scope, setScope, filter, setFilter, rows, counts, selected, open, accepted }: Props) {
  const { text, explain } = useText();
  const { store, me } = useDeskContext();
  const { conversations, unseen, loaded, problem } = useSyncExternalStore(store.subscribe, store.current);
  const filtered = narrows(filter);
  const offered = offerOf(conversations, me.id);
  const empty = { mine: text.list.emptyMine, waiting: text.list.emptyWaiting, all: text.list.emptyAll }[scope];

  const option = (value: Scope, label: string, count: number, urgent: boolean) => ({
    value,
    label: (
      <span data-testid={`scope-${value}`}>
        {label} {count > 0 && <Badge count={count} size="small" {...(urgent ? {} : { color: 'var(--subtle)' })} />}
      </span>
    ),
  });

  return (
    <aside className={styles.column} aria-label={text.list.label}>
      <div className={styles.scopes}>
        <Segmented<Scope>
          block
          aria-label={text.list.scope}
          value={scope}
          onChange={setScope}
          options={[
            option('mine', text.list.mine, counts.mine, false),
            option('waiting', text.list.waiting, counts.waiting, true),
            option('all', text.list.all, 0, false),
          ]}
        />
      </div>
      <ListFilters conversations={conversations} filter={filter} change={setFilter} />
      {problem && !loaded && <Alert type="error" title={explain(problem)} showIcon style={{ margin: 12 }} />}
      <ul className={styles.list} data-testid="conversation-list" onKeyDown={moveFocus}>
        {rows.map((row) => (
          <ConversationItem
            key={row.id}
            row={row}
            mine={row.agent?.id === me.id}
            unseen={unseen.get(row.id) ?? 0}
            selected={row.id === selected}
            open={open}
          />
        ))}
      </ul>
      {loaded && rows.length === 0 && (
        <p className={styles.empty} data-testid="list-empty">
          {filtered ? text.list.emptyFiltered : empty}
          {filtered && (
            <button type="button" onClick={() => setFilter(noFilter)}>
              {text.list.all}
            </button>
          )}
        </p>
      )}
      {/* Below the list, so that no row moves away under the pointer when an offer comes or goes. */}
      {offered && <OfferCard key={offered.id} offered={offered} open={open} accepted={accepted} />}
    </aside>
  );
}

/** The arrow keys walk through the list. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-conversation]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = items[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (at >= 0 && next) {
    event.preventDefault();
    next.focus();
  }
}
