import { expect, test } from 'vitest';
import { retryDelay } from './retryDelay';

test('retryDelay_WhenAttemptsGoOn_DoublesUpToHalfAMinute', () => {
  expect([0, 1, 2, 3, 4, 50].map(retryDelay)).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});
