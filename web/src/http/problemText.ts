import type { Language } from '../language/language';
import type { Problem } from './Problem';

/** What a person is told about a problem: the server's own words where it gave some, else the caller's. */
export function problemText(problem: Problem, language: Language, unreachable: string, otherwise: string): string {
  if (problem.unreachable) return unreachable;
  const own = language === 'zh' ? problem.title || problem.detail : problem.detail || problem.title;
  return [own || otherwise, ...problem.fieldMessages].join(' ');
}
