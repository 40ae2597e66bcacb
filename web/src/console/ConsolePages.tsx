import { lazy, Suspense, useEffect } from 'react';
import { useSession } from './account/useSession';
import { DeskPages } from './DeskPages';
import { useRoute } from './routing/useRoute';
import { PageNotice } from './shell/PageNotice';
import { useText } from './text/ConsoleTextContext';

// Whoever is signed in needs neither.
const SignInPage = lazy(() => import('./account/SignInPage'));
const WelcomePage = lazy(() => import('./account/WelcomePage'));

/** Decides between the first-account page, signing in, and the desk. */
export function ConsolePages() {
  const { text, explain } = useText();
  const [route, go] = useRoute();
  const { session, refresh } = useSession();

  useEffect(() => {
    if (session.state !== 'signed-in') document.title = text.title;
  }, [session, text]);

  switch (session.state) {
    case 'loading':
      return <PageNotice busy text={text.loading} />;
    case 'failed':
      return <PageNotice text={explain(session.problem)} action={text.retry} run={() => void refresh()} />;
    case 'signed-out':
      return (
        <Suspense fallback={<PageNotice busy text={text.loading} />}>
          {route.page === 'welcome' ? (
            <WelcomePage
              token={route.token}
              done={async () => {
                await refresh();
                go({ page: 'conversations', conversationId: null });
              }}
            />
          ) : (
            <SignInPage ended={session.ended} done={refresh} />
          )}
        </Suspense>
      );
    case 'signed-in':
      return <DeskPages key={session.me.id} me={session.me} route={route} go={go} left={refresh} />;
  }
}
