import type { Language } from '../../../language/language';

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

/** A time of day for today's moments, with the date for others. */
export function timeText(at: string, language: Language, today = new Date()): string {
  const moment = new Date(at);
  const time = moment.toLocaleTimeString(locales[language], { hour: '2-digit', minute: '2-digit', hour12: false });
  return moment.toDateString() === today.toDateString() ? time : `${dayText(at, language, today)} ${time}`;
}

/** A date; the year only where it is another one. */
export function dayText(at: string, language: Language, today = new Date()): string {
  const moment = new Date(at);
  return moment.toLocaleDateString(locales[language], {
    month: 'short',
    day: 'numeric',
    ...(moment.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' }),
  });
}
