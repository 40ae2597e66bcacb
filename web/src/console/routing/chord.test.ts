import { expect, test } from 'vitest';
import { type KeyPress, chordOf, isPlainKey } from './chord';

const press = (change: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...change,
});

test.each([
  [{ key: '1', code: 'Digit1' }, '1'],
  [{ key: '1', code: 'Digit1', altKey: true }, 'Alt+1'],
  [{ key: '¡', code: 'Digit1', altKey: true }, 'Alt+1'],
  [{ key: 'k', code: 'KeyK', ctrlKey: true }, 'Ctrl+K'],
  [{ key: 'k', code: 'KeyK', metaKey: true }, 'Ctrl+K'],
  [{ key: 'ArrowUp', code: 'ArrowUp', altKey: true }, 'Alt+ArrowUp'],
  [{ key: '?', code: 'Slash', shiftKey: true }, '?'],
])('chordOf_WhenPressed %o_Is %s', (keys, chord) => {
  expect(chordOf(press(keys))).toBe(chord);
});

test('isPlainKey_WhenThereIsAModifier_IsFalse', () => {
  expect(isPlainKey('1')).toBe(true);
  expect(isPlainKey('Alt+1')).toBe(false);
});
