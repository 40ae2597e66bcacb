import { createContext, useContext } from 'react';
import type { Language } from '../../language/language';
import type { Theme } from '../../theme/theme';

export interface Appearance {
  language: Language;
  setLanguage: (language: Language) => void;
  theme: Theme;
  setTheme: (theme: Theme) => void;
}

export const AppearanceContext = createContext<Appearance | null>(null);

export function useAppearance(): Appearance {
  const appearance = useContext(AppearanceContext);
  if (!appearance) throw new Error('The appearance is provided by ConsoleApp.');
  return appearance;
}
