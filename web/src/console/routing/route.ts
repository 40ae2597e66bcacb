/** The pages of the console, as its addresses name them. */
export type Route =
  | { page: 'conversations'; conversationId: string | null }
  | { page: 'promises' }
  | { page: 'board' }
  | { page: 'bulletins' }
  | { page: 'scripts'; scriptId: string | null }
  | { page: 'new-script'; question: string }
  | { page: 'inbox' }
  | { page: 'playground' }
  | { page: 'publish' }
  | { page: 'accounts' }
  | { page: 'audit' }
  | { page: 'welcome'; token: string };

/** What a page belongs to in the bar on top. */
export type Section = 'desk' | 'promises' | 'board' | 'bulletins' | 'editor' | 'accounts' | 'audit' | 'welcome';

/** The page that an address means; an unknown one is the conversations. */
export function parseRoute(path: string, query: string): Route {
  const [, , section, id] = path.split('/');
  switch (section) {
    case 'promises':
    case 'board':
    case 'bulletins':
    case 'inbox':
    case 'playground':
    case 'publish':
    case 'accounts':
    case 'audit':
      return { page: section };
    case 'scripts':
      return { page: 'scripts', scriptId: id ? decodeURIComponent(id) : null };
    case 'new-script':
      return { page: 'new-script', question: new URLSearchParams(query).get('question') ?? '' };
    case 'welcome':
      return { page: 'welcome', token: new URLSearchParams(query).get('token') ?? '' };
    case 'conversations':
      return { page: 'conversations', conversationId: id ? decodeURIComponent(id) : null };
    default:
      return { page: 'conversations', conversationId: null };
  }
}

export function formatRoute(route: Route): string {
  switch (route.page) {
    case 'conversations':
      return route.conversationId ? `/console/conversations/${encodeURIComponent(route.conversationId)}` : '/console';
    case 'scripts':
      return route.scriptId ? `/console/scripts/${encodeURIComponent(route.scriptId)}` : '/console/scripts';
    case 'new-script':
      return route.question ? `/console/new-script?question=${encodeURIComponent(route.question)}` : '/console/new-script';
    case 'welcome':
      return `/console/welcome?token=${encodeURIComponent(route.token)}`;
    default:
      return `/console/${route.page}`;
  }
}

export function sectionOf(route: Route): Section {
  switch (route.page) {
    case 'conversations':
      return 'desk';
    case 'scripts':
    case 'new-script':
    case 'inbox':
    case 'playground':
    case 'publish':
      return 'editor';
    default:
      return route.page;
  }
}
