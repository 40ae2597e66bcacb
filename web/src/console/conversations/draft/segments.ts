import type { Finding } from '../../api/types';
import { findSlots } from './slots';

export type Mark = 'slot' | 'error' | 'warning';

/** A run of the draft with one look. */
export interface Segment {
  text: string;
  mark: Mark | null;
}

/** Stronger marks cover weaker ones where they overlap. */
const strength: Record<Mark, number> = { warning: 1, slot: 2, error: 3 };

/** Cuts a draft into runs for the coloured layer beneath the text field; the runs put together are the draft. */
export function segments(text: string, findings: readonly Finding[]): Segment[] {
  const marks = new Array<Mark | null>(text.length).fill(null);
  const paint = (start: number, end: number, mark: Mark) => {
    for (let at = Math.max(0, start); at < Math.min(end, text.length); at++) {
      const present = marks[at];
      if (!present || strength[mark] > strength[present]) marks[at] = mark;
    }
  };
  for (const slot of findSlots(text)) paint(slot.start, slot.end, 'slot');
  for (const finding of findings) paint(finding.start, finding.start + finding.length, finding.severity);

  const runs: Segment[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = marks[at] ?? null;
    const last = runs.at(-1);
    if (last && last.mark === mark) last.text += text.charAt(at);
    else runs.push({ text: text.charAt(at), mark });
  }
  return runs;
}
