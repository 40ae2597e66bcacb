import { expect, test } from 'vitest';
import { inHours, localMinute, onDay } from './laterTimes';

const evening = new Date(2026, 0, 31, 21, 45, 30);

test('onDay_AtTheEndOfAMonth_IsTheMorningOfTheNext', () => {
  expect(localMinute(onDay(1, evening))).toBe('2026-02-01T10:00');
});

test('inHours_PastMidnight_IsTheNextDay', () => {
  expect(localMinute(inHours(3, evening))).toBe('2026-02-01T00:45');
});
