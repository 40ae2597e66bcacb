import { expect, test } from 'vitest';
import { readCookie } from './readCookie';

test('readCookie_WhenThereAreSeveral_TakesTheNamedOne', () => {
  expect(readCookie('a=1; XSRF-TOKEN=CfDJ8%3D%3D; b=2', 'XSRF-TOKEN')).toBe('CfDJ8==');
});

test('readCookie_WhenTheValueHoldsEqualsSigns_KeepsThem', () => {
  expect(readCookie('XSRF-TOKEN=ab==', 'XSRF-TOKEN')).toBe('ab==');
});

test('readCookie_WhenOnlyALongerNameIsThere_FindsNothing', () => {
  expect(readCookie('NOT-XSRF-TOKEN=1', 'XSRF-TOKEN')).toBeNull();
});
