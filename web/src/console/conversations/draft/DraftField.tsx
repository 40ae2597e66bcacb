import { type KeyboardEvent, forwardRef, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { Finding } from '../../api/types';
import { useText } from '../../text/ConsoleTextContext';
import { segments } from './segments';
import { nextSlot } from './slots';
import styles from './DraftField.module.css';

export interface DraftFieldHandle {
  /** Puts the caret into the field: onto the first unfilled slot, else to the end. */
  focus: () => void;
}

interface Props {
  value: string;
  findings: readonly Finding[];
  change: (text: string) => void;
  send: () => void;
  /** A digit pressed in the empty field; answers whether it was taken as a choice. */
  choose: (digit: number) => boolean;
}

const growsByItself = CSS.supports('field-sizing', 'content');

/** The text field of the draft over a layer that colours slots and findings. */
export const DraftField = forwardRef<DraftFieldHandle, Props>(function DraftField(
  { value, findings, change, send, choose },
  handle,
) {
  const { text } = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const layer = useRef<HTMLDivElement>(null);

  const selectSlot = (from: number): boolean => {
    const element = field.current;
    const slot = element && nextSlot(element.value, from);
    if (!element || !slot) return false;
    element.focus();
    element.setSelectionRange(slot.start, slot.end);
    return true;
  };

  useImperativeHandle(handle, () => ({
    focus: () =>
      requestAnimationFrame(() => {
        const element = field.current;
        if (!element || selectSlot(0)) return;
        element.focus();
        element.setSelectionRange(element.value.length, element.value.length);
      }),
  }));

  // The field grows with its text, by itself where the browser knows how.
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || growsByItself) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [value]);

  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      send();
    } else if (event.key === 'Tab' && !event.shiftKey) {
      if (selectSlot(event.currentTarget.selectionEnd)) event.preventDefault();
    } else if (event.key === 'Escape') {
      event.currentTarget.blur();
    } else if (value === '' && /^[1-3]$/.test(event.key)) {
      if (choose(Number(event.key))) event.preventDefault();
    }
  };

  return (
    <div className={styles.field}>
      <div ref={layer} className={styles.layer} aria-hidden="true">
        {segments(value, findings).map((segment, index) => (
          <span key={index} className={segment.mark ? styles[segment.mark] : undefined}>
            {segment.text}
          </span>
        ))}
        {'\n'}
      </div>
      <textarea
        ref={field}
        rows={2}
        value={value}
        aria-label={text.draft.label}
        placeholder={text.draft.placeholder}
        data-testid="draft"
        onChange={(event) => change(event.target.value)}
        onKeyDown={press}
        onScroll={(event) => {
          if (layer.current) layer.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
});
