import { expect, test } from 'vitest';
import { enNames } from './enNames';
import { nameOf } from './nameOf';
import { zhNames } from './zhNames';

test.each(['in-sale', 'InSale', 'inSale', 'insale'])('nameOf_WhenWritten %s_FindsTheSameName', (key) => {
  expect(nameOf(zhNames.stage, key)).toBe('售中');
});

test('nameOf_WhenUnknown_ShowsTheKey', () => {
  expect(nameOf(zhNames.channel, 'line-app')).toBe('line-app');
});

test('enNames_WhenComparedWithChinese_HasTheSameKeys', () => {
  const keys = (names: Record<string, Record<string, string>>) =>
    Object.entries(names).flatMap(([group, entries]) => Object.keys(entries).map((key) => `${group}.${key}`));
  expect(keys(enNames)).toEqual(keys(zhNames));
});
