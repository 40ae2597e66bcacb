import { createContext, useContext } from 'react';
import type { Problem } from '../../http/Problem';
import { problemText } from '../../http/problemText';
import type { Language } from '../../language/language';
import { en } from './en';
import { type ConsoleText, zh } from './zh';

export const consoleText: Record<Language, ConsoleText> = { zh, en };

export const LanguageContext = createContext<Language>('zh');

export interface Wording {
  text: ConsoleText;
  language: Language;
  /** What a person is told about a problem. */
  explain: (problem: Problem) => string;
}

/** The console's words in the language chosen. */
export function useText(): Wording {
  const language = useContext(LanguageContext);
  const text = consoleText[language];
  return { text, language, explain: (problem) => problemText(problem, language, text.unreachable, text.failed) };
}
