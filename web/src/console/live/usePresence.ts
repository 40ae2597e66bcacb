import { useCallback, useEffect, useState } from 'react';
import { asProblem } from '../../http/Problem';
import { setPresence } from '../api/deskApi';
import type { UnreadBulletins } from '../bulletins/UnreadBulletins';
import { useAttempt } from '../shell/useAttempt';
import type { DeskConnection } from './DeskConnection';

const storageKey = 'replybot.presence';

/** The program's answer while there are bulletins to be read first. */
const unreadBulletins = 409;

/** What the person chose last; on duty where nothing was chosen. */
const wantsOnline = () => sessionStorage.getItem(storageKey) !== 'away';

/** On duty or on a break. The choice outlives a reload and is told again whenever the line comes up. */
export function usePresence(connection: DeskConnection, bulletins: UnreadBulletins): [boolean, (online: boolean) => void] {
  const attempt = useAttempt();
  const [online, setOnline] = useState(wantsOnline);

  useEffect(
    () =>
      connection.onResync(() =>
        void setPresence(online).catch((error: unknown) => {
          if (asProblem(error).status === unreadBulletins) setOnline(false);
        }),
      ),
    [connection, online],
  );
  // The last bulletin read, whoever meant to be online is.
  useEffect(
    () =>
      bulletins.onAllRead(() => {
        if (wantsOnline()) void setPresence(true).then(() => setOnline(true), () => {});
      }),
    [bulletins],
  );

  const choose = useCallback(
    (next: boolean) =>
      void attempt(async () => {
        sessionStorage.setItem(storageKey, next ? 'online' : 'away');
        try {
          await setPresence(next);
        } catch (error) {
          if (asProblem(error).status === unreadBulletins) await bulletins.load();
          throw error;
        }
        setOnline(next);
      }),
    [attempt, bulletins],
  );
  return [online, choose];
}
