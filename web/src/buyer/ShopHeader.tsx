import type { Language } from '../language/language';
import type { Theme } from '../theme/theme';
import type { BuyerText } from './text/zh';
import styles from './ShopHeader.module.css';

export type LineStatus = 'connecting' | 'online' | 'offline' | 'away';

interface Props {
  text: BuyerText;
  shopName: string | undefined;
  status: LineStatus;
  language: Language;
  setLanguage: (language: Language) => void;
  theme: Theme;
  setTheme: (theme: Theme) => void;
}

/** Who the buyer is talking to, whether the line is up, and the page's two switches. */
export function ShopHeader({ text, shopName, status, language, setLanguage, theme, setTheme }: Props) {
  const toggleTheme = theme === 'dark' ? text.toLight : text.toDark;
  return (
    <header className={styles.header}>
      <img className={styles.logo} src="/assets/icon.svg" alt="" width="40" height="40" />
      <div className={styles.names}>
        <h1 data-testid="shop-name">{shopName ?? text.title}</h1>
        <p className={styles[status]} data-testid="line-status" data-status={status} role="status">
          <span className={styles.dot} aria-hidden="true" />
          {text.status[status]}
        </p>
      </div>
      <button
        type="button"
        className={styles.switch}
        data-testid="switch-theme"
        title={toggleTheme}
        aria-label={toggleTheme}
        onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
      >
        <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
          <path
            fill="currentColor"
            d={
              theme === 'dark'
                ? 'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM11 1h2v3h-2zM11 20h2v3h-2zM1 11h3v2H1zM20 11h3v2h-3zM4 5.4 5.4 4l2.1 2.1-1.4 1.4zM16.5 17.9l1.4-1.4L20 18.6 18.6 20zM4 18.6l2.1-2.1 1.4 1.4L5.4 20zM16.5 6.1 18.6 4 20 5.4l-2.1 2.1z'
                : 'M21 14.5A9 9 0 0 1 9.5 3a9 9 0 1 0 11.5 11.5z'
            }
          />
        </svg>
      </button>
      <button
        type="button"
        className={styles.switch}
        data-testid="switch-language"
        lang={language === 'zh' ? 'en' : 'zh-Hans'}
        onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {text.switchLanguage}
      </button>
    </header>
  );
}
