/** A slot that nobody has filled yet, as `{{order.number}}` in a draft. */
export interface OpenSlot {
  name: string;
  start: number;
  end: number;
}

/** The unfilled slots of a text, from the beginning to the end. */
export function findSlots(text: string): OpenSlot[] {
  return Array.from(text.matchAll(/\{\{\s*([\w.]+)\s*\}\}/g), (match) => ({
    name: match[1] as string,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * The slot to jump to: the first one that begins at or after the caret, else the first of the text; null when none is
 * left. Pass the end of the selection, so that a selected slot leads to the one after it.
 */
export function nextSlot(text: string, caret: number): OpenSlot | null {
  const slots = findSlots(text);
  return slots.find((slot) => slot.start >= caret) ?? slots[0] ?? null;
}
