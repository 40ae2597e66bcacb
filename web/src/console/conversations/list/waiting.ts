/** How urgent a waiting time is, which decides its colour. */
export type Urgency = 'calm' | 'warn' | 'late';

/** From when on a waiting buyer needs attention, and from when on the wait is too long, in seconds. */
export const waitingLimits = { warn: 60, late: 180 };

/** How urgent it is to answer a buyer who has waited for so many seconds. */
export function waitingUrgency(seconds: number): Urgency {
  if (seconds >= waitingLimits.late) return 'late';
  return seconds >= waitingLimits.warn ? 'warn' : 'calm';
}

/** How urgent a promise is that is due in so many seconds; below zero it is overdue. */
export function deadlineUrgency(secondsLeft: number): Urgency {
  if (secondsLeft < 0) return 'late';
  return secondsLeft < waitingLimits.warn ? 'warn' : 'calm';
}

/** Whole seconds from one moment to another, in milliseconds since 1970; never negative. */
export const secondsBetween = (from: number, to: number): number => Math.max(0, Math.floor((to - from) / 1000));

/** A duration as a clock: 0:07, 12:30, 1:02:03. */
export function clockText(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = two(Math.floor(seconds) % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
