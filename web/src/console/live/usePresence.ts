import { useCallback, useEffect, useState } from 'react';
import { setPresence } from '../api/deskApi';
import { useAttempt } from '../shell/useAttempt';
import type { DeskConnection } from './DeskConnection';

const storageKey = 'replybot.presence';

/** On duty or on a break. The choice outlives a reload and is told again whenever the line comes up. */
export function usePresence(connection: DeskConnection): [boolean, (online: boolean) => void] {
  const attempt = useAttempt();
  const [online, setOnline] = useState(() => sessionStorage.getItem(storageKey) !== 'away');

  useEffect(() => connection.onResync(() => void setPresence(online).catch(() => {})), [connection, online]);

  const choose = useCallback(
    (next: boolean) =>
      void attempt(async () => {
        await setPresence(next);
        sessionStorage.setItem(storageKey, next ? 'online' : 'away');
        setOnline(next);
      }),
    [attempt],
  );
  return [online, choose];
}
