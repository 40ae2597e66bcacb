import { parseRoute, type Route } from './routing/route';

/** What is loaded when it is opened. The conversations come with the console; agents never load what editors and supervisors work with. */
export const pages = {
  promises: () => import('./promises/PromisesPage'),
  board: () => import('./board/BoardPage'),
  bulletins: () => import('./bulletins/BulletinsPage'),
  accounts: () => import('./account/AccountsPage'),
  audit: () => import('./audit/AuditPage'),
  scripts: () => import('./editor/scripts/ScriptsPage'),
  script: () => import('./editor/form/ScriptPage'),
  'new-script': () => import('./editor/form/NewScriptPage'),
  inbox: () => import('./editor/inbox/InboxPage'),
  playground: () => import('./editor/playground/PlaygroundPage'),
  publish: () => import('./editor/publish/PublishPage'),
};

const nameOf = (route: Route): string => (route.page === 'scripts' && route.scriptId ? 'script' : route.page);

/** Has the page of the browser's address loaded while it is still being asked who is signed in. */
export function loadPageOfAddress(): void {
  const name = nameOf(parseRoute(location.pathname, location.search));
  // What fails here is tried again, and told, when the page is drawn.
  if (name in pages) pages[name as keyof typeof pages]().catch(() => {});
}
