/** What of a keyboard event decides the chord. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * The name of a key chord: `Alt+1`, `Ctrl+K`, `Alt+ArrowUp`, `/`, `?`. Letters and digits under a modifier go by their
 * place on the keyboard, because Alt makes other characters of them on some systems; ⌘ counts as Ctrl.
 */
export function chordOf(press: KeyPress): string {
  const physical = /^(?:Key|Digit)(.)$/.exec(press.code)?.[1];
  if (press.altKey) return `Alt+${physical ?? press.key}`;
  if (press.ctrlKey || press.metaKey) return `Ctrl+${physical ?? press.key}`;
  return press.key;
}

/** Whether a chord is a key that also types a character. */
export const isPlainKey = (chord: string): boolean => !/^(?:Alt|Ctrl)\+/.test(chord);

/** Whether keys pressed on this element are meant as text. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input:not([type="radio"]):not([type="checkbox"]), textarea, [contenteditable="true"]');
