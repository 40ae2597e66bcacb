export interface Piece {
  text: string;
  hit: boolean;
}

/** Cuts a text at the places that a search matched; places outside the text are ignored. */
export function highlight(text: string, places: readonly (readonly [start: number, length: number])[]): Piece[] {
  const pieces: Piece[] = [];
  let last = 0;
  for (const [start, length] of [...places].sort((a, b) => a[0] - b[0])) {
    const from = Math.max(start, last);
    const to = Math.min(start + length, text.length);
    if (to <= from) continue;
    if (from > last) pieces.push({ text: text.slice(last, from), hit: false });
    pieces.push({ text: text.slice(from, to), hit: true });
    last = to;
  }
  if (last < text.length) pieces.push({ text: text.slice(last), hit: false });
  return pieces;
}
