import { expect, test } from 'vitest';
import type { Finding } from '../../api/types';
import { carryOver } from './carryOver';

const finding = (text: string, words: string): Finding => ({
  code: 'x',
  severity: 'error',
  start: text.indexOf(words),
  length: words.length,
  message: { zh: '', en: '' },
  fix: null,
});

const marked = (text: string, findings: readonly Finding[]) => findings.map(({ start, length }) => text.slice(start, start + length));

test.each([
  ['加微信吧，绝对第一', '加微信吧，绝对第一的', ['微信', '第一']],
  ['加微信吧，绝对第一', '亲，加微信吧，绝对第一', ['微信', '第一']],
  ['加微信吧，绝对第一', '加微信吧第一', ['微信', '第一']],
  ['加微信吧，绝对第一', '加微吧，绝对第一', ['第一']],
  ['加微信吧，绝对第一', '加微信吧，绝对第二', ['微信']],
  ['加微信吧，绝对第一', '好的', []],
  ['加微信吧，绝对第一', '', []],
])('carryOver_WhenEdited_KeepsTheMarksOfUntouchedWords %#', (before, after, kept) => {
  const findings = [finding(before, '微信'), finding(before, '第一')];
  expect(marked(after, carryOver(findings, before, after))).toEqual(kept);
});

test('carryOver_WhenTheSameCharacterIsRepeated_MarksNothingTwice', () => {
  const before = '哦哦哦';
  expect(carryOver([finding(before, '哦哦哦')], before, '哦哦')).toEqual([]);
});
