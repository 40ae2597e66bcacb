import { expect, test } from 'vitest';
import type { Finding } from '../../api/types';
import { applyFix } from './applyFix';
import { segments } from './segments';

const finding = (start: number, length: number, change: Partial<Finding> = {}): Finding => ({
  code: 'x',
  severity: 'error',
  start,
  length,
  message: { zh: '', en: '' },
  fix: null,
  ...change,
});

test('segments_WhenMarksOverlap_CoversTheWeakerAndLosesNoCharacter', () => {
  const text = 'ab{{c.d}}ef';
  const runs = segments(text, [finding(1, 4), finding(9, 9, { severity: 'warning' })]);
  expect(runs).toEqual([
    { text: 'a', mark: null },
    { text: 'b{{c', mark: 'error' },
    { text: '.d}}', mark: 'slot' },
    { text: 'ef', mark: 'warning' },
  ]);
  expect(runs.map((run) => run.text).join('')).toBe(text);
});

test('segments_WhenAFindingLiesOutsideTheText_IgnoresIt', () => {
  expect(segments('ab', [finding(5, 2)])).toEqual([{ text: 'ab', mark: null }]);
});

test('applyFix_WhenThereIsAMending_ReplacesTheMarkedWords', () => {
  expect(applyFix('质量最好的', finding(2, 2, { fix: '很好' }))).toBe('质量很好的');
});

test('applyFix_WhenThereIsNone_LeavesTheText', () => {
  expect(applyFix('不行', finding(0, 2))).toBe('不行');
});
