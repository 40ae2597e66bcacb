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

/** The same object for every drawing, so that what hangs on it is not made anew. */
const wordingIn = (language: Language): Wording => {
  const text = consoleText[language];
  return { text, language, explain: (problem) => problemText(problem, language, text.unreachable, text.failed) };
};
const wordings: Record<Language, Wording> = { zh: wordingIn('zh'), en: wordingIn('en') };

/** The console's words in the language chosen. */
export const useText = (): Wording => wordings[useContext(LanguageContext)];
