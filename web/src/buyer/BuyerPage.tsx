import { Suspense, lazy, useEffect, useSyncExternalStore } from 'react';
import { problemText } from '../http/problemText';
import { useLanguage } from '../language/useLanguage';
import { useTheme } from '../theme/useTheme';
import { ConnectionBanner } from './ConnectionBanner';
import { Loading } from './Loading';
import { Notice } from './Notice';
import { type LineStatus, ShopHeader } from './ShopHeader';
import type { ChatConnector } from './session/ChatConnector';
import type { ChatState } from './session/ChatState';
import { buyerText } from './text/buyerText';
import styles from './BuyerPage.module.css';

// Web Chat is by far the largest part of the page: the header and the connection need not wait for it.
const Chat = lazy(() => import('./chat/Chat'));

const lineStatus = (state: ChatState): LineStatus => {
  if (state.phase === 'connecting') return 'connecting';
  if (state.phase !== 'open') return 'away';
  return state.line;
};

export function BuyerPage({ connector }: { connector: ChatConnector }) {
  const [language, setLanguage] = useLanguage();
  const [theme, setTheme] = useTheme();
  const state = useSyncExternalStore(connector.subscribe, connector.current);
  const text = buyerText[language];
  const shopName = state.phase === 'open' ? state.token.shopName : undefined;

  useEffect(() => {
    document.title = shopName ? `${shopName} · ${text.title}` : text.title;
  }, [shopName, text]);

  return (
    <div className={styles.page}>
      <div className={styles.card}>
        <ShopHeader
          text={text}
          shopName={shopName}
          status={lineStatus(state)}
          language={language}
          setLanguage={setLanguage}
          theme={theme}
          setTheme={setTheme}
        />
        {state.phase === 'connecting' && <Loading label={text.status.connecting} />}
        {state.phase === 'failed' && (
          <Notice
            alert
            testId="connect-failed"
            icon="!"
            heading={text.failed.heading}
            explanation={problemText(state.problem, language, text.failed.unreachable, text.failed.otherwise)}
            action={text.failed.retry}
            run={connector.start}
          />
        )}
        {state.phase === 'elsewhere' && (
          <Notice
            testId="open-elsewhere"
            icon="⇄"
            heading={text.elsewhere.heading}
            explanation={text.elsewhere.explanation}
            action={text.elsewhere.takeBack}
            run={connector.start}
          />
        )}
        {state.phase === 'open' && (
          <>
            {state.line === 'offline' && <ConnectionBanner text={text} reconnect={connector.renew} />}
            <Suspense fallback={<Loading label={text.status.connecting} />}>
              <Chat
                key={state.token.conversationId}
                directLine={state.directLine}
                token={state.token}
                language={language}
                theme={theme}
              />
            </Suspense>
          </>
        )}
      </div>
    </div>
  );
}
