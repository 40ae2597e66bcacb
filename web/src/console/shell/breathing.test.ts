import { expect, test } from 'vitest';
import { breath } from './breathing';

test('breath_WhenSecondsPass_GoesInHoldsAndOut', () => {
  expect([0, 3, 4, 10, 11, 18, 19].map((at) => breath(at))).toEqual([
    { phase: 'inhale', left: 4 },
    { phase: 'inhale', left: 1 },
    { phase: 'hold', left: 7 },
    { phase: 'hold', left: 1 },
    { phase: 'exhale', left: 8 },
    { phase: 'exhale', left: 1 },
    { phase: 'inhale', left: 4 },
  ]);
});
