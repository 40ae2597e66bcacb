import type { DraftFinding } from '../../api/editorTypes';

/** The form's own field that a finding belongs to: `wordings[0]` to `wordings`, `when.until` to `when`. */
export const fieldOf = ({ field }: DraftFinding): string => /^[a-z_]*/.exec(field)?.[0] ?? '';

/** The place in a list that a finding is about; null for other fields. */
export function placeOf({ field }: DraftFinding): number | null {
  const place = /\[(\d+)\]$/.exec(field)?.[1];
  return place === undefined ? null : Number(place);
}

/** A wording with a finding's proposal in the place of the marked words. */
export const mendText = (text: string, { start, length, fix }: DraftFinding): string =>
  fix === null ? text : text.slice(0, start) + fix + text.slice(start + length);
