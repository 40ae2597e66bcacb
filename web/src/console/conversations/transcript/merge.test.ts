import { expect, test } from 'vitest';
import type { Message } from '../../api/types';
import { mergeMessages, newestSeq } from './merge';

const message = (seq: number, text = `m${seq}`): Message => ({
  seq,
  id: `id-${seq}`,
  from: 'buyer',
  kind: 'message',
  name: null,
  text,
  choices: [],
  attachments: [],
  at: '2026-01-01T00:00:00Z',
  scriptId: null,
});
const seqs = (messages: readonly Message[]) => messages.map((each) => each.seq);

test('mergeMessages_WhenAnswersOverlap_KeepsEachNumberOnceAndInOrder', () => {
  const transcript = mergeMessages([message(1), message(2), message(4)], [message(2), message(3), message(4), message(5)]);
  expect(seqs(transcript)).toEqual([1, 2, 3, 4, 5]);
});

test('mergeMessages_WhenAnswersComeInAnyOrder_GivesTheSameTranscript', () => {
  const parts = [[message(1), message(2)], [message(5)], [message(3), message(4), message(5)]];
  const forwards = parts.reduce<readonly Message[]>(mergeMessages, []);
  const backwards = [...parts].reverse().reduce<readonly Message[]>(mergeMessages, []);
  expect(forwards).toEqual(backwards);
});

test('mergeMessages_WhenOneIsHereAlready_KeepsThatVeryObject', () => {
  const first = message(1);
  expect(mergeMessages([first], [message(1), message(2)])[0]).toBe(first);
});

test('mergeMessages_WhenNothingIsNew_ReturnsTheSameTranscript', () => {
  const transcript = [message(1)];
  expect(mergeMessages(transcript, [message(1)])).toBe(transcript);
});

test('mergeMessages_WhenOneAnswerHoldsAMessageTwice_TakesItOnce', () => {
  expect(seqs(mergeMessages([], [message(1), message(1)]))).toEqual([1]);
});

test('newestSeq_WhenEmpty_IsZero', () => {
  expect(newestSeq([])).toBe(0);
  expect(newestSeq([message(3), message(7)])).toBe(7);
});

test('mergeMessages_WhenWhatWasMaskedIsShownInFull_TakesTheNewerCopy', () => {
  const masked = { ...message(1), text: '电话****78' };
  const full = { ...message(1), text: '电话13812345678' };
  expect(mergeMessages([masked, message(2)], [full]).map(({ text }) => text)).toEqual([full.text, message(2).text]);
});
