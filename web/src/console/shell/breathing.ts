export type BreathPhase = 'inhale' | 'hold' | 'exhale';

/** The 4-7-8 breath: in for four seconds, hold for seven, out for eight. */
const inhale = 4;
const hold = 7;
const exhale = 8;

/** Where the breath is after so many seconds, and for how many seconds it stays there. */
export function breath(seconds: number): { phase: BreathPhase; left: number } {
  const at = seconds % (inhale + hold + exhale);
  if (at < inhale) return { phase: 'inhale', left: inhale - at };
  if (at < inhale + hold) return { phase: 'hold', left: inhale + hold - at };
  return { phase: 'exhale', left: inhale + hold + exhale - at };
}
