import { useEffect, useState } from 'react';
import { type Language, storeLanguage, storedLanguage } from './language';

/** The page's language, kept on the device and written on the document for screen readers and line breaking. */
export function useLanguage(): [Language, (language: Language) => void] {
  const [language, setLanguage] = useState(storedLanguage);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
    storeLanguage(language);
  }, [language]);
  return [language, setLanguage];
}
