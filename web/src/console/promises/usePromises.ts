import { useEffect, useState } from 'react';
import { asProblem, type Problem } from '../../http/Problem';
import { listPromises } from '../api/deskApi';
import type { OpenPromise } from '../api/types';
import { useDeskContext } from '../live/DeskContext';

const settleTime = 500;

/** The open promises, read again after conversations have changed. */
export function usePromises(): { promises: readonly OpenPromise[] | null; problem: Problem | null } {
  const { connection } = useDeskContext();
  const [promises, setPromises] = useState<readonly OpenPromise[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  useEffect(() => {
    let timer = 0;
    let gone = false;
    const load = async () => {
      try {
        const { items } = await listPromises();
        if (gone) return;
        setPromises(items);
        setProblem(null);
      } catch (error) {
        if (!gone) setProblem(asProblem(error));
      }
    };
    const loadSoon = () => {
      timer ||= window.setTimeout(() => {
        timer = 0;
        void load();
      }, settleTime);
    };
    void load();
    const leave = [connection.on('conversationChanged', loadSoon), connection.onResync(loadSoon)];
    return () => {
      gone = true;
      window.clearTimeout(timer);
      for (const each of leave) each();
    };
  }, [connection]);

  return { promises, problem };
}
