/** How a figure stands against its target. */
export type Standing = 'good' | 'poor' | 'open';

/** Whether a figure reaches its target: at least it, or at most it for times; `open` where one of both is missing. */
export function standing(value: number | null, target: number | null, atMost = false): Standing {
  if (value === null || target === null) return 'open';
  return (atMost ? value <= target : value >= target) ? 'good' : 'poor';
}

export const percentText = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(share === 1 ? 0 : 1)}%`);

export const ratioText = (ratio: number | null): string => (ratio === null ? '–' : ratio.toFixed(2));

/** The strictest of the channels' targets, which is what the day as a whole is held to; null where none has one. */
export function strictest(targets: readonly (number | null)[]): number | null {
  const given = targets.filter((target): target is number => target !== null);
  return given.length === 0 ? null : Math.max(...given);
}
