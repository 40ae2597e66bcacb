export interface DiffPart {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Texts longer than this are shown as wholly replaced: the table below grows with the product of both. */
const longest = 1_000;

/** Below this share of kept characters a text was written anew, and showing scraps of the old one would only confuse. */
const leastKept = 0.4;

/** How one text became another, character by character: the longest common sequence stays, the rest was taken out or put in. */
export function diffText(before: string, after: string): DiffPart[] {
  if (before.length > longest || after.length > longest) return parts([['removed', before], ['added', after]]);
  const width = after.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      common[i * width + j] =
        before[i] === after[j]
          ? (common[(i + 1) * width + j + 1] as number) + 1
          : Math.max(common[(i + 1) * width + j] as number, common[i * width + j + 1] as number);

  const steps: [DiffPart['kind'], string][] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      steps.push(['same', before[i] as string]);
      i++;
      j++;
    } else if (j >= after.length || (i < before.length && (common[(i + 1) * width + j] as number) >= (common[i * width + j + 1] as number))) {
      steps.push(['removed', before[i++] as string]);
    } else {
      steps.push(['added', after[j++] as string]);
    }
  }
  const kept = steps.filter(([kind]) => kind === 'same').length;
  if (kept < leastKept * Math.max(before.length, after.length)) return parts([['removed', before], ['added', after]]);
  return parts(steps);
}

/** Neighbours of the same kind in one; nothing empty. */
function parts(steps: [DiffPart['kind'], string][]): DiffPart[] {
  const joined: DiffPart[] = [];
  for (const [kind, text] of steps) {
    const last = joined.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text) joined.push({ kind, text });
  }
  return joined;
}

export type LineChange = { kind: 'removed' | 'added'; text: string } | { kind: 'changed'; before: string; after: string };

/**
 * How a list of texts changed: lines in both are left out, and what was taken out and put in at the same place of the
 * remaining order is shown as one changed line where it is about one text (`pair`), else as two.
 */
export function diffLines(before: readonly string[], after: readonly string[], pair: boolean): LineChange[] {
  const removed = before.filter((line) => !after.includes(line));
  const added = after.filter((line) => !before.includes(line));
  const paired = pair ? Math.min(removed.length, added.length) : 0;
  return [
    ...removed.slice(0, paired).map((line, place): LineChange => ({ kind: 'changed', before: line, after: added[place] as string })),
    ...removed.slice(paired).map((text): LineChange => ({ kind: 'removed', text })),
    ...added.slice(paired).map((text): LineChange => ({ kind: 'added', text })),
  ];
}
