import { useEffect, useRef } from 'react';
import { chordOf, isPlainKey, isTyping } from './chord';

/** Closed dialogs stay in the document without being drawn. */
const dialogIsOpen = () =>
  Array.from(document.querySelectorAll('[role="dialog"]')).some((dialog) => dialog.getClientRects().length > 0);

/**
 * Calls the action of a key chord pressed anywhere in the page. Plain keys are left alone while somebody types, and all
 * of them while a dialog is open.
 */
export function useShortcuts(actions: Record<string, (() => void) | undefined>): void {
  const latest = useRef(actions);
  latest.current = actions;

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const chord = chordOf(event);
      const action = latest.current[chord];
      if (!action || dialogIsOpen()) return;
      if (isPlainKey(chord) && isTyping(event.target)) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
