import type { Finding } from '../../api/types';

/** How many characters two texts have in common at their beginning. */
function commonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

/** How many characters two texts have in common at their end, at most so many. */
function commonEnd(one: string, other: string, most: number): number {
  let count = 0;
  while (count < most && one.charCodeAt(one.length - 1 - count) === other.charCodeAt(other.length - 1 - count)) count++;
  return count;
}

/**
 * What still holds of a verdict when its text was edited: findings before the edit stay, those after it move along, and those whose
 * words were touched are gone. Until the next verdict is here the list does not vanish at every keystroke.
 */
export function carryOver(findings: readonly Finding[], before: string, after: string): Finding[] {
  const start = commonStart(before, after);
  const end = before.length - commonEnd(before, after, Math.min(before.length, after.length) - start);
  const moved = after.length - before.length;
  return findings.flatMap((finding) => {
    if (finding.start + finding.length <= start) return [finding];
    return finding.start >= end ? [{ ...finding, start: finding.start + moved }] : [];
  });
}
