import { useCallback, useEffect, useState } from 'react';
import { type Theme, storeTheme, storedTheme } from './theme';

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

/** The theme in use: the one chosen on this device, else the system's, followed live. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [chosen, setChosen] = useState(storedTheme);
  const [dark, setDark] = useState(systemDark.matches);

  useEffect(() => {
    const follow = (event: MediaQueryListEvent) => setDark(event.matches);
    systemDark.addEventListener('change', follow);
    return () => systemDark.removeEventListener('change', follow);
  }, []);

  const theme = chosen ?? (dark ? 'dark' : 'light');
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);

  const choose = useCallback((next: Theme) => {
    storeTheme(next);
    setChosen(next);
  }, []);
  return [theme, choose];
}
