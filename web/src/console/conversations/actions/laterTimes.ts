/** When the shop comes back to somebody on a later day, unless another time is agreed on. */
const morning = 10;

/** The time in so many hours. */
export const inHours = (hours: number, now = new Date()): Date => new Date(now.getTime() + hours * 3_600_000);

/** The morning in so many days. */
export function onDay(days: number, now = new Date()): Date {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  day.setHours(morning, 0, 0, 0);
  return day;
}

/** A time as the time fields hold it: this machine's own, to the minute. */
export const localMinute = (time: Date): string =>
  new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
