import { expect, test } from 'vitest';
import { clockText, deadlineUrgency, secondsBetween, waitingUrgency } from './waiting';

test.each([
  [0, 'calm'],
  [59, 'calm'],
  [60, 'warn'],
  [179, 'warn'],
  [180, 'late'],
  [9_999, 'late'],
])('waitingUrgency_WhenWaitingFor %i s_Is %s', (seconds, urgency) => {
  expect(waitingUrgency(seconds)).toBe(urgency);
});

test.each([
  [300, 'calm'],
  [60, 'calm'],
  [59, 'warn'],
  [0, 'warn'],
  [-1, 'late'],
])('deadlineUrgency_WhenDueIn %i s_Is %s', (seconds, urgency) => {
  expect(deadlineUrgency(seconds)).toBe(urgency);
});

test.each([
  [0, '0:00'],
  [7, '0:07'],
  [60, '1:00'],
  [3_599, '59:59'],
  [3_723, '1:02:03'],
])('clockText_WhenGiven %i s_Reads %s', (seconds, text) => {
  expect(clockText(seconds)).toBe(text);
});

test('secondsBetween_WhenTheClockOfTheServerIsAhead_IsNotNegative', () => {
  expect(secondsBetween(5_000, 4_000)).toBe(0);
});
