import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Problem } from '../../http/Problem';
import * as api from '../api/deskApi';
import type { ConversationSummary, Message } from '../api/types';
import { OpenConversation } from './OpenConversation';

vi.mock('../api/deskApi');

const summary = { id: 'c', epoch: 4, state: 'assigned' } as ConversationSummary;
const message = (seq: number, text = `m${seq}`) => ({ seq, id: `i${seq}`, text, from: 'buyer' }) as Message;
const own = { suggestionId: null, scriptId: null };
const desk = vi.mocked(api);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', { setTimeout, clearTimeout });
  desk.readConversation.mockResolvedValue({
    conversation: summary,
    messages: [message(1), message(2)],
    suggestions: null,
    context: { summary: null, intent: null, emotion: null, slots: [], buyerTypes: [], tried: [], orders: [], history: [] },
    approvals: [],
    saved: [],
  });
  desk.readMessages.mockResolvedValue({ messages: [], watermark: 2 });
});

afterEach(() => {
  vi.resetAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const opened = async () => {
  const open = new OpenConversation('c', () => {});
  await open.load();
  return open;
};
const seqs = (open: OpenConversation) => open.current().messages.map((each) => each.seq);

test('told_WhenMessagesWereMissed_FetchesThemByWatermark', async () => {
  const open = await opened();
  desk.readMessages.mockResolvedValueOnce({ messages: [message(3), message(4)], watermark: 4 });
  open.told(summary, 4);
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.readMessages).toHaveBeenCalledWith('c', 2);
  expect(seqs(open)).toEqual([1, 2, 3, 4]);
});

test('send_WhenABuyerMessageCameInBetween_StillFetchesIt', async () => {
  const open = await opened();
  desk.sendReply.mockResolvedValueOnce({ message: message(4, 'reply') });
  desk.readMessages.mockResolvedValueOnce({ messages: [message(3), message(4, 'reply')], watermark: 4 });
  await open.send('reply', own);
  await vi.advanceTimersByTimeAsync(0);
  expect(desk.readMessages).toHaveBeenCalledWith('c', 2);
  expect(seqs(open)).toEqual([1, 2, 3, 4]);
  expect(open.current().pending).toEqual([]);
});

test('retry_WhenTheLineWasLost_RepeatsTheSameClientId', async () => {
  const open = await opened();
  desk.sendReply.mockRejectedValueOnce(new Problem(0));
  await open.send('reply', { suggestionId: 's1', scriptId: null });
  const pending = open.current().pending[0];
  expect(pending?.failed).toBe(true);

  desk.sendReply.mockResolvedValueOnce({ message: message(3, 'reply') });
  await open.retry(pending?.clientId ?? '');
  const [first, second] = desk.sendReply.mock.calls;
  expect(second?.[1]).toEqual(first?.[1]);
  expect(open.current().pending).toEqual([]);
});

test('send_WhenTheServerRefuses_ThrowsAndLeavesNothingPending', async () => {
  const open = await opened();
  desk.sendReply.mockRejectedValueOnce(new Problem(409, { title: '已变更' }));
  await expect(open.send('reply', own)).rejects.toMatchObject({ status: 409 });
  expect(open.current().pending).toEqual([]);
});
