import { expect, test } from 'vitest';
import { type Route, formatRoute, parseRoute } from './route';

const routes: Route[] = [
  { page: 'conversations', conversationId: null },
  { page: 'conversations', conversationId: 'a/b|c 1' },
  { page: 'promises' },
  { page: 'board' },
  { page: 'bulletins' },
  { page: 'scripts', scriptId: null },
  { page: 'scripts', scriptId: 'ship.time.standard' },
  { page: 'new-script', question: '' },
  { page: 'new-script', question: '能刻字吗 & 包邮？' },
  { page: 'inbox' },
  { page: 'playground' },
  { page: 'publish' },
  { page: 'accounts' },
  { page: 'audit' },
  { page: 'welcome', token: 'x+y=' },
];

test.each(routes)('parseRoute_WhenGivenAFormattedRoute_ReadsItBack %o', (route) => {
  const address = new URL(formatRoute(route), 'http://localhost');
  expect(parseRoute(address.pathname, address.search)).toEqual(route);
});

test('parseRoute_WhenThePageIsUnknown_ShowsTheConversations', () => {
  expect(parseRoute('/console/nothing', '')).toEqual({ page: 'conversations', conversationId: null });
});
