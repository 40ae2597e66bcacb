import { afterEach, expect, test, vi } from 'vitest';
import * as api from '../api/deskApi';
import type { ConversationSummary } from '../api/types';
import { DeskStore } from './DeskStore';

vi.mock('../api/deskApi');
const list = vi.mocked(api.listConversations);

afterEach(() => vi.resetAllMocks());

const row = (id: string, change: Partial<ConversationSummary> = {}) =>
  ({ id, state: 'bot', agent: null, lastAt: '2026-01-01T00:00:00Z', lastFrom: 'buyer', ...change }) as ConversationSummary;
const answer = (...items: ConversationSummary[]) => ({ items, serverTime: '2026-01-01T00:00:00Z' });
const states = (store: DeskStore) =>
  [...store.current().conversations.values()].map((each) => `${each.id} ${each.state}`).sort();

const storeWith = (arrived: (arrival: string) => void = () => {}, watched = '') =>
  new DeskStore('lin', (id) => id === watched, arrived);

test('load_WhenARowIsToldMeanwhile_KeepsTheNewerRow', async () => {
  const store = storeWith();
  let release: () => void = () => {};
  list.mockImplementation(async () => {
    await new Promise<void>((resolve) => {
      const before = release;
      release = () => {
        before();
        resolve();
      };
    });
    return answer(row('a', { state: 'waiting' }), row('b'));
  });

  const loading = store.load();
  store.apply(row('a', { state: 'assigned' }));
  release();
  await loading;
  expect(states(store)).toEqual(['a assigned', 'b bot']);
});

test('load_WhenTheServerNoLongerHasARow_DropsIt', async () => {
  const store = storeWith();
  list.mockResolvedValue(answer(row('a')));
  await store.load();
  list.mockResolvedValue(answer(row('b')));
  await store.load();
  expect(states(store)).toEqual(['b bot']);
});

test('apply_WhenMyBuyerWritesUnwatched_CountsUntilSeen', async () => {
  const heard: string[] = [];
  const store = storeWith((arrival) => heard.push(arrival));
  const mine = row('a', { state: 'assigned', agent: { id: 'lin', displayName: 'Lin' }, lastFrom: 'agent' });
  list.mockResolvedValue(answer(mine));
  await store.load();

  store.apply({ ...mine, lastFrom: 'buyer', lastAt: '2026-01-01T00:00:01Z' });
  store.apply({ ...mine, lastFrom: 'buyer', lastAt: '2026-01-01T00:00:02Z' });
  expect(store.current().unseen.get('a')).toBe(2);
  expect(heard).toEqual(['message', 'message']);

  store.markSeen('a');
  expect(store.current().unseen.size).toBe(0);
});

test('apply_WhenTheConversationIsWatched_StaysSilent', async () => {
  const heard: string[] = [];
  const store = storeWith((arrival) => heard.push(arrival), 'a');
  list.mockResolvedValue(answer());
  await store.load();
  store.apply(row('a', { state: 'waiting' }));
  expect(heard).toEqual([]);
});
