export type Theme = 'light' | 'dark';

const storageKey = 'replybot.theme';

/** The theme chosen on this device, or null to follow the system. */
export function storedTheme(): Theme | null {
  const stored = localStorage.getItem(storageKey);
  return stored === 'light' || stored === 'dark' ? stored : null;
}

export function storeTheme(theme: Theme): void {
  localStorage.setItem(storageKey, theme);
}
