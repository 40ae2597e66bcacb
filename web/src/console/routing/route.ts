/** The pages of the console, as its addresses name them. */
export type Route =
  | { page: 'conversations'; conversationId: string | null }
  | { page: 'promises' }
  | { page: 'accounts' }
  | { page: 'welcome'; token: string };

/** The page that an address means; an unknown one is the conversations. */
export function parseRoute(path: string, query: string): Route {
  const [, , section, id] = path.split('/');
  switch (section) {
    case 'promises':
      return { page: 'promises' };
    case 'accounts':
      return { page: 'accounts' };
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
    case 'welcome':
      return `/console/welcome?token=${encodeURIComponent(route.token)}`;
    default:
      return `/console/${route.page}`;
  }
}
