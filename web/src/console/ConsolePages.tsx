import { useEffect } from 'react';
import { SignInPage } from './account/SignInPage';
import { useSession } from './account/useSession';
import { WelcomePage } from './account/WelcomePage';
import { DeskPages } from './DeskPages';
import { useRoute } from './routing/useRoute';
import { PageNotice } from './shell/PageNotice';
import { useText } from './text/ConsoleTextContext';

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
      return route.page === 'welcome' ? (
        <WelcomePage
          token={route.token}
          done={async () => {
            await refresh();
            go({ page: 'conversations', conversationId: null });
          }}
        />
      ) : (
        <SignInPage ended={session.ended} done={refresh} />
      );
    case 'signed-in':
      return <DeskPages key={session.me.id} me={session.me} route={route} go={go} left={refresh} />;
  }
}
