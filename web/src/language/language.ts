/** The languages of the pages: Chinese first, English switchable. */
export type Language = 'zh' | 'en';

const storageKey = 'replybot.language';

/** The language chosen on this device; Chinese until somebody chose. */
export function storedLanguage(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh';
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
}
