import { expect, test } from 'vitest';
import { percentText, ratioText, standing, strictest } from './figures';

test.each([
  [0.95, 0.9, false, 'good'],
  [0.85, 0.9, false, 'poor'],
  [30, 60, true, 'good'],
  [61, 60, true, 'poor'],
  [null, 0.9, false, 'open'],
  [0.9, null, false, 'open'],
] as const)('standing_Of %s_Against %s_AtMost %s_Is %s', (value, target, atMost, expected) => {
  expect(standing(value, target, atMost)).toBe(expected);
});

test('percentText_WhenUnknown_IsADash', () => {
  expect([percentText(null), percentText(1), percentText(0.6667)]).toEqual(['–', '100%', '66.7%']);
  expect([ratioText(null), ratioText(1.126)]).toEqual(['–', '1.13']);
});

test('strictest_TakesTheHighestTargetGiven', () => {
  expect(strictest([null, 0.8, 0.95])).toBe(0.95);
  expect(strictest([null])).toBeNull();
});
