import { useCallback, useEffect, useState } from 'react';
import { asProblem, type Problem } from '../../http/Problem';
import { unauthorizedEvent } from '../../http/requestJson';
import { readMe } from '../api/accountApi';
import type { Account } from '../api/types';

export type Session =
  | { state: 'loading' }
  | { state: 'failed'; problem: Problem }
  /** `ended` when somebody was signed in until just now. */
  | { state: 'signed-out'; ended: boolean }
  | { state: 'signed-in'; me: Account };

/** Who is signed in, as the server says. */
export function useSession(): { session: Session; refresh: () => Promise<void> } {
  const [session, setSession] = useState<Session>({ state: 'loading' });

  const refresh = useCallback(async () => {
    try {
      const me = await readMe();
      setSession(me.signedIn ? { state: 'signed-in', me } : { state: 'signed-out', ended: false });
    } catch (error) {
      setSession({ state: 'failed', problem: asProblem(error) });
    }
  }, []);

  useEffect(() => {
    void refresh();
    const end = () => setSession((before) => (before.state === 'signed-in' ? { state: 'signed-out', ended: true } : before));
    window.addEventListener(unauthorizedEvent, end);
    return () => window.removeEventListener(unauthorizedEvent, end);
  }, [refresh]);

  return { session, refresh };
}
