import { expect, test } from 'vitest';
import { highlight } from './highlight';

test('highlight_WhenPlacesOverlapAndComeUnordered_MarksEachCharacterOnce', () => {
  expect(highlight('付款后多久发货', [[5, 2], [0, 2], [1, 2]])).toEqual([
    { text: '付款', hit: true },
    { text: '后', hit: true },
    { text: '多久', hit: false },
    { text: '发货', hit: true },
  ]);
});

test('highlight_WhenAPlaceLiesOutside_IgnoresIt', () => {
  expect(highlight('ab', [[2, 5]])).toEqual([{ text: 'ab', hit: false }]);
});
