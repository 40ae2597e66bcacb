import { expect, test } from 'vitest';
import type { DraftFinding } from '../../api/editorTypes';
import { fieldOf, mendText, placeOf } from './findingsOf';

const finding = (field: string, change: Partial<DraftFinding> = {}): DraftFinding => ({
  code: 'KB301',
  severity: 'error',
  field,
  start: 0,
  length: 0,
  message: { zh: '', en: '' },
  fix: null,
  ...change,
});

test.each([
  ['', '', null],
  ['question', 'question', null],
  ['wordings[1]', 'wordings', 1],
  ['variants[12]', 'variants', 12],
  ['when.until', 'when', null],
  ['follow_up', 'follow_up', null],
])('fieldOf_OfAFindingAt %s_Is %s', (field, own, place) => {
  expect(fieldOf(finding(field))).toBe(own);
  expect(placeOf(finding(field))).toBe(place);
});

test('mendText_ReplacesTheMarkedWords', () => {
  expect(mendText('这是最好的面料', finding('wordings[0]', { start: 2, length: 2, fix: '很好' }))).toBe('这是很好的面料');
  expect(mendText('这是最好的面料', finding('wordings[0]', { start: 2, length: 2 }))).toBe('这是最好的面料');
});
