import { lazy, Suspense } from 'react';
import { pages } from '../pages';
import type { Route } from '../routing/route';
import { NavLink } from '../shell/NavLink';
import { PageNotice } from '../shell/PageNotice';
import { useText } from '../text/ConsoleTextContext';
import styles from './EditorPages.module.css';

const ScriptsPage = lazy(pages.scripts);
const ScriptPage = lazy(pages.script);
const NewScriptPage = lazy(pages['new-script']);
const InboxPage = lazy(pages.inbox);
const PlaygroundPage = lazy(pages.playground);
const PublishPage = lazy(pages.publish);

interface Props {
  route: Route;
  go: (route: Route) => void;
}

/** The pages of whoever writes scripts, under a bar of their own. */
export function EditorPages({ route, go }: Props) {
  const { text } = useText();
  const link = (to: Route, label: string, here = to.page === route.page) => (
    <NavLink route={to} current={route} go={go} here={here} testId={`editor-${to.page}`}>
      {label}
    </NavLink>
  );
  return (
    <div className={styles.editor}>
      <nav className={styles.tabs} aria-label={text.editor.pages.label}>
        {link({ page: 'scripts', scriptId: null }, text.editor.pages.scripts, route.page === 'scripts' || route.page === 'new-script')}
        {link({ page: 'inbox' }, text.editor.pages.inbox)}
        {link({ page: 'playground' }, text.editor.pages.playground)}
        {link({ page: 'publish' }, text.editor.pages.publish)}
      </nav>
      <Suspense fallback={<PageNotice busy text={text.loading} />}>
        {route.page === 'scripts' &&
          (route.scriptId ? <ScriptPage key={route.scriptId} id={route.scriptId} go={go} /> : <ScriptsPage go={go} />)}
        {route.page === 'new-script' && <NewScriptPage question={route.question} go={go} />}
        {route.page === 'inbox' && <InboxPage go={go} />}
        {route.page === 'playground' && <PlaygroundPage go={go} />}
        {route.page === 'publish' && <PublishPage go={go} />}
      </Suspense>
    </div>
  );
}
