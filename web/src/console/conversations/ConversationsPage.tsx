import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Scope } from '../api/deskApi';
import { useDeskContext } from '../live/DeskContext';
import type { Route } from '../routing/route';
import { useShortcuts } from '../routing/useShortcuts';
import { useText } from '../text/ConsoleTextContext';
import { ConversationPane } from './ConversationPane';
import { NothingChosen } from './NothingChosen';
import { ConversationList } from './list/ConversationList';
import { type ListFilter, allList, mineList, noFilter, waitingList } from './list/lists';
import styles from './ConversationsPage.module.css';

interface Props {
  selected: string | null;
  go: (route: Route) => void;
}

/** The console's main page: the lists, and the conversation chosen. */
export function ConversationsPage({ selected, go }: Props) {
  const { text } = useText();
  const { store, me } = useDeskContext();
  const { conversations, unseen, loaded } = useSyncExternalStore(store.subscribe, store.current);
  const [chosenScope, setScope] = useState<Scope | null>(null);
  const [filter, setFilter] = useState<ListFilter>(noFilter);

  const waiting = waitingList(conversations);
  const mine = mineList(conversations, me.id);
  // Until somebody chooses: one's own conversations, or for want of them the waiting ones.
  const scope = chosenScope ?? (loaded && mine.length > 0 ? 'mine' : 'waiting');
  const rows = {
    waiting: () => waitingList(conversations, filter),
    mine: () => mineList(conversations, me.id, filter),
    all: () => allList(conversations, filter),
  }[scope]();

  const open = useCallback((id: string) => go({ page: 'conversations', conversationId: id }), [go]);
  const step = (by: 1 | -1) => {
    const at = rows.findIndex((row) => row.id === selected);
    const next = rows[at < 0 ? 0 : at + by];
    if (next) open(next.id);
  };
  const openLongest = () => {
    const longest = waiting[0];
    if (!longest) return;
    setScope('waiting');
    open(longest.id);
  };
  useShortcuts({ 'Alt+ArrowDown': () => step(1), 'Alt+ArrowUp': () => step(-1), 'Alt+W': openLongest });

  const unread = [...unseen.values()].reduce((sum, count) => sum + count, 0);
  const attention = waiting.length + unread;
  useEffect(() => {
    document.title = attention > 0 ? `(${attention}) ${text.title}` : text.title;
  }, [attention, text]);

  return (
    <main className={styles.page}>
      <ConversationList
        scope={scope}
        setScope={setScope}
        filter={filter}
        setFilter={setFilter}
        rows={rows}
        counts={{ mine: mine.length, waiting: waiting.length }}
        selected={selected}
        open={open}
        accepted={() => setScope('mine')}
      />
      {selected ? (
        <ConversationPane key={selected} id={selected} accepted={() => setScope('mine')} />
      ) : (
        <NothingChosen waiting={waiting.length} openLongest={openLongest} />
      )}
    </main>
  );
}
