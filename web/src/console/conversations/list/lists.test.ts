import { expect, test } from 'vitest';
import type { ConversationSummary } from '../../api/types';
import { allList, arrivalOf, mineList, noFilter, waitingList } from './lists';

const row = (id: string, change: Partial<ConversationSummary> = {}): ConversationSummary => ({
  id,
  channel: 'web',
  buyer: { id: `b-${id}`, name: id },
  state: 'bot',
  agent: null,
  epoch: 1,
  waitingSince: null,
  waitingReason: null,
  lastText: 'x',
  lastFrom: 'buyer',
  lastAt: '2026-01-01T00:00:00Z',
  unanswered: false,
  promiseDeadline: null,
  promiseAlertedAt: null,
  emotion: null,
  stage: null,
  lane: null,
  asksApproval: false,
  offeredTo: null,
  offeredUntil: null,
  ...change,
});
const map = (...rows: ConversationSummary[]) => new Map(rows.map((each) => [each.id, each]));
const ids = (rows: ConversationSummary[]) => rows.map((each) => each.id);
const lin = { id: 'lin', displayName: 'Lin' };

test('waitingList_WhenSeveralWait_PutsTheLongestFirst', () => {
  const all = map(
    row('young', { state: 'waiting', waitingSince: '2026-01-01T00:02:00Z' }),
    row('bot'),
    row('old', { state: 'waiting', waitingSince: '2026-01-01T00:01:00Z' }),
  );
  expect(ids(waitingList(all))).toEqual(['old', 'young']);
});

test('mineList_WhenOneHasAnOpenQuestion_PutsItFirst', () => {
  const all = map(
    row('answered', { state: 'assigned', agent: lin, lastAt: '2026-01-01T00:09:00Z' }),
    row('open', { state: 'assigned', agent: lin, unanswered: true }),
    row('other', { state: 'assigned', agent: { id: 'zhou', displayName: 'Zhou' } }),
  );
  expect(ids(mineList(all, 'lin'))).toEqual(['open', 'answered']);
});

test('allList_WhenFiltered_KeepsOnlyWhatMatches', () => {
  const all = map(row('a', { channel: 'jd', emotion: 'angry' }), row('b', { channel: 'jd' }), row('c'));
  expect(ids(allList(all, { ...noFilter, channel: 'jd', emotion: 'angry' }))).toEqual(['a']);
});

test('arrivalOf_WhenABuyerBeginsToWait_IsWaitingOnlyOnce', () => {
  const waiting = row('a', { state: 'waiting' });
  expect(arrivalOf(row('a'), waiting, 'lin')).toBe('waiting');
  expect(arrivalOf(undefined, waiting, 'lin')).toBe('waiting');
  expect(arrivalOf(waiting, waiting, 'lin')).toBeNull();
});

test('arrivalOf_WhenMyBuyerWrites_IsAMessage', () => {
  const before = row('a', { state: 'assigned', agent: lin, lastFrom: 'agent' });
  const after = { ...before, lastFrom: 'buyer' as const, lastAt: '2026-01-01T00:00:05Z' };
  expect(arrivalOf(before, after, 'lin')).toBe('message');
  expect(arrivalOf(before, after, 'zhou')).toBeNull();
  expect(arrivalOf(after, after, 'lin')).toBeNull();
});

test('arrivalOf_WhenTheSupervisorAnswers_IsAMessageToTheAgentOnly', () => {
  const asking = row('a', { state: 'assigned', agent: lin, asksApproval: true });
  const answered = { ...asking, asksApproval: false };
  expect(arrivalOf(asking, answered, 'lin')).toBe('message');
  expect(arrivalOf(asking, answered, 'zhou')).toBeNull();
});

test('arrivalOf_WhenAColleagueGivesMeABuyer_IsAMessage', () => {
  const before = row('a', { state: 'assigned', agent: { id: 'zhou', displayName: 'Zhou' } });
  expect(arrivalOf(before, { ...before, agent: lin }, 'lin')).toBe('message');
});

test('arrivalOf_WhenAPromiseIsNearlyDueOrOverdue_TellsWhoHoldsTheBuyerAndWhoWatchesTheQueue', () => {
  const mine = row('a', { state: 'assigned', agent: lin, lastFrom: 'agent' });
  const due = { ...mine, promiseAlertedAt: '2026-05-01T08:08:00Z' };
  expect(arrivalOf(mine, due, 'lin')).toBe('message');
  expect(arrivalOf(due, due, 'lin')).toBeNull();
  expect(arrivalOf(due, mine, 'lin')).toBeNull();
  expect(arrivalOf(mine, due, 'wei')).toBeNull();
  const waiting = row('a', { state: 'waiting' });
  const overdue = { ...waiting, promiseAlertedAt: '2026-05-01T08:10:00Z' };
  expect(arrivalOf(waiting, overdue, 'wei')).toBe('waiting');
  expect(arrivalOf(overdue, { ...waiting, promiseAlertedAt: '2026-05-01T08:20:00Z' }, 'wei')).toBe('waiting');
});
