import { expect, test } from 'vitest';
import { diffLines, diffText } from './diffText';

test('diffText_ShowsWhatWasTakenOutAndPutIn', () => {
  expect(diffText('周末发货吗？', '周末还发货不？')).toEqual([
    { kind: 'same', text: '周末' },
    { kind: 'added', text: '还' },
    { kind: 'same', text: '发货' },
    { kind: 'removed', text: '吗' },
    { kind: 'added', text: '不' },
    { kind: 'same', text: '？' },
  ]);
});

test('diffText_WhenWrittenAnew_ShowsBothWhole', () => {
  expect(diffText('从付款那刻起算一天内发出', '周末照常安排，请您放心')).toEqual([
    { kind: 'removed', text: '从付款那刻起算一天内发出' },
    { kind: 'added', text: '周末照常安排，请您放心' },
  ]);
});

test.each([
  ['', ''],
  ['甲', ''],
  ['', '甲乙'],
  ['付款后24小时内发出', '付款后48小时内一定发出'],
  ['a'.repeat(1_500), 'b'],
])('diffText_OfAnyTexts_CanBePutTogetherAgain', (before, after) => {
  const diff = diffText(before, after);
  expect(diff.filter(({ kind }) => kind !== 'added').map(({ text }) => text).join('')).toBe(before);
  expect(diff.filter(({ kind }) => kind !== 'removed').map(({ text }) => text).join('')).toBe(after);
});

test('diffLines_WhenTextsMoveOrStay_TellsOnlyTheOthers', () => {
  expect(diffLines(['一', '二', '三'], ['三', '一', '四'], false)).toEqual([
    { kind: 'removed', text: '二' },
    { kind: 'added', text: '四' },
  ]);
});

test('diffLines_WhenPaired_TellsTheChangeOfOneText', () => {
  expect(diffLines(['一', '二'], ['一', '二二', '三'], true)).toEqual([
    { kind: 'changed', before: '二', after: '二二' },
    { kind: 'added', text: '三' },
  ]);
});
