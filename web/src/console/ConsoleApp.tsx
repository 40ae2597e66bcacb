import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useMemo } from 'react';
import { cspNonce } from '../http/cspNonce';
import { useLanguage } from '../language/useLanguage';
import { useTheme } from '../theme/useTheme';
import { ConsolePages } from './ConsolePages';
import { antTheme } from './shell/antTheme';
import { type Appearance, AppearanceContext } from './shell/AppearanceContext';
import { LanguageContext } from './text/ConsoleTextContext';

const nonce = cspNonce();

/** What surrounds every page of the console: colours, language, and Ant Design's messages and dialogs. */
export function ConsoleApp() {
  const [language, setLanguage] = useLanguage();
  const [theme, setTheme] = useTheme();
  const appearance = useMemo<Appearance>(
    () => ({ language, setLanguage, theme, setTheme }),
    [language, setLanguage, theme, setTheme],
  );
  const ant = useMemo(() => antTheme(theme), [theme]);

  return (
    <ConfigProvider button={{ autoInsertSpace: false }} theme={ant} locale={language === 'zh' ? zhCN : enUS} {...(nonce ? { csp: { nonce } } : {})}>
      <App message={{ maxCount: 2, duration: 2.5 }} style={{ height: '100%' }}>
        <LanguageContext.Provider value={language}>
          <AppearanceContext.Provider value={appearance}>
            <ConsolePages />
          </AppearanceContext.Provider>
        </LanguageContext.Provider>
      </App>
    </ConfigProvider>
  );
}
