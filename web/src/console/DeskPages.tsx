import { Alert } from 'antd';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import type { Account } from './api/types';
import { BulletinGate } from './bulletins/BulletinGate';
import { ConversationsPage } from './conversations/ConversationsPage';
import { EditorPages } from './editor/EditorPages';
import { DeskContext } from './live/DeskContext';
import { useDesk } from './live/useDesk';
import { pages } from './pages';
import { type Route, sectionOf } from './routing/route';
import { useShortcuts } from './routing/useShortcuts';
import { PageNotice } from './shell/PageNotice';
import { RestCard } from './shell/RestCard';
import { ShortcutsDialog } from './shell/ShortcutsDialog';
import { TopBar } from './shell/TopBar';
import { useText } from './text/ConsoleTextContext';
import styles from './DeskPages.module.css';

const PromisesPage = lazy(pages.promises);
const BulletinsPage = lazy(pages.bulletins);
const BoardPage = lazy(pages.board);
const AccountsPage = lazy(pages.accounts);
const AuditPage = lazy(pages.audit);

interface Props {
  me: Account;
  route: Route;
  go: (route: Route) => void;
  /** Somebody signed out. */
  left: () => Promise<void>;
}

/** The pages of somebody who is signed in, under one bar and over one live line. */
export function DeskPages({ me, route, go, left }: Props) {
  const { text } = useText();
  const supervises = me.roles.includes('supervisor');
  const edits = me.roles.includes('editor');
  const handles = supervises || me.roles.includes('agent');
  const desk = useDesk(me, handles);
  const line = useSyncExternalStore(desk.connection.subscribe, desk.connection.current);
  const [help, setHelp] = useState(false);
  useShortcuts({ '?': () => setHelp(true) });

  // The first-account address is of no use to somebody who has an account.
  useEffect(() => {
    if (route.page === 'welcome') go({ page: 'conversations', conversationId: null });
    // Whoever only writes scripts begins with them.
    if (route.page === 'conversations' && !handles && edits) go({ page: 'scripts', scriptId: null });
  }, [route, go, handles, edits]);
  const section = sectionOf(route);
  const allowed = { desk: handles, promises: handles, board: supervises, bulletins: true, editor: edits, accounts: true, audit: supervises, welcome: true }[section];

  return (
    <DeskContext.Provider value={desk}>
      <div className={styles.desk} data-testid="desk">
        <TopBar me={me} route={route} go={go} left={left} showHelp={() => setHelp(true)} />
        {handles && line === 'offline' && (
          <Alert banner type="warning" title={text.lineBanner} data-testid="line-banner" />
        )}
        {!allowed && <PageNotice text={text.notForYou} />}
        {handles && route.page === 'conversations' && <ConversationsPage selected={route.conversationId} go={go} />}
        <Suspense fallback={<PageNotice busy text={text.loading} />}>
          {handles && route.page === 'promises' && <PromisesPage go={go} />}
          {allowed && section === 'editor' && <EditorPages route={route} go={go} />}
          {section === 'bulletins' && <BulletinsPage me={me} />}
          {allowed && section === 'board' && <BoardPage go={go} />}
          {route.page === 'accounts' && <AccountsPage me={me} go={go} />}
          {allowed && section === 'audit' && <AuditPage go={go} />}
        </Suspense>
        {handles && <BulletinGate unread={desk.bulletins} />}
        {handles && <RestCard />}
        <ShortcutsDialog open={help} close={() => setHelp(false)} />
      </div>
    </DeskContext.Provider>
  );
}
