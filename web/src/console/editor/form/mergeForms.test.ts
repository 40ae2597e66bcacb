import { expect, test } from 'vitest';
import { emptyForm } from './emptyForm';
import { linesOf, mergeForms, sameForm } from './mergeForms';

const base = { ...emptyForm('周末发货吗？'), variants: ['礼拜天发不发', '周六能发吗'], tags: ['发货'] };

test('mergeForms_WhenDifferentFieldsChanged_TakesBoth', () => {
  const { merged, conflicts } = mergeForms(base, { ...base, question: '周末还发货吗？' }, { ...base, send: 'agent' });
  expect(conflicts).toEqual([]);
  expect(merged).toEqual({ ...base, question: '周末还发货吗？', send: 'agent' });
});

test('mergeForms_WhenBothChangedTheSameField_AsksAndKeepsMineForNow', () => {
  const { merged, conflicts } = mergeForms(base, { ...base, question: '我的' }, { ...base, question: '对方的' });
  expect(conflicts).toEqual(['question']);
  expect(merged.question).toBe('我的');
});

test('mergeForms_WhenBothMadeTheSameChange_DoesNotAsk', () => {
  expect(mergeForms(base, { ...base, note: '备注' }, { ...base, note: '备注' }).conflicts).toEqual([]);
});

test('mergeForms_WhenBothChangedVariants_BringsThemTogether', () => {
  const mine = { ...base, variants: ['礼拜天发不发', '周末寄吗'] };
  const theirs = { ...base, variants: ['礼拜天发不发', '周六能发吗', '周末有人吗'] };
  expect(mergeForms(base, mine, theirs).merged.variants).toEqual(['礼拜天发不发', '周末有人吗', '周末寄吗']);
});

test('sameForm_WhenNothingChanged_IsTrue', () => {
  expect(sameForm(base, { ...base, when: { ...base.when } })).toBe(true);
  expect(sameForm(base, { ...base, when: { ...base.when, stage: 'review' } })).toBe(false);
});

test('linesOf_WhatIsWritten_AreItsTextsAndNothingForWhatIsChosen', () => {
  expect(linesOf({ ...base, wordings: [{ text: '发', simpler: false }, { text: '都发', simpler: true }] }, 'wordings')).toEqual(['发', '都发']);
  expect(linesOf(base, 'note')).toEqual(['']);
  expect(linesOf(base, 'when')).toBeNull();
});
