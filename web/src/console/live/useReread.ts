import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, type Problem } from '../../http/Problem';
import { useDeskContext } from './DeskContext';

export interface Reread<Value> {
  value: Value | null;
  problem: Problem | null;
  /** Reads at once. */
  reload: () => Promise<void>;
}

interface Pace {
  /** A busy desk changes many times a second; it is read at most once in this time, in milliseconds. */
  settle: number;
  /** Some things change without a word from the hub; then it is read this often anyway, in milliseconds. */
  refresh?: number;
}

/** Something of the desk, read again after conversations or presences have changed and whenever the line comes up. */
export function useReread<Value>(read: () => Promise<Value>, { settle, refresh }: Pace): Reread<Value> {
  const { connection } = useDeskContext();
  const [state, setState] = useState<{ value: Value | null; problem: Problem | null }>({ value: null, problem: null });
  const latest = useRef(read);
  latest.current = read;
  const gone = useRef(false);

  const reload = useCallback(async () => {
    try {
      const value = await latest.current();
      if (!gone.current) setState({ value, problem: null });
    } catch (error) {
      if (!gone.current) setState((before) => ({ ...before, problem: asProblem(error) }));
    }
  }, []);

  useEffect(() => {
    let timer = 0;
    gone.current = false;
    const soon = () => {
      timer ||= window.setTimeout(() => {
        timer = 0;
        void reload();
      }, settle);
    };
    void reload();
    const ticking = refresh ? window.setInterval(soon, refresh) : 0;
    const leave = [connection.on('conversationChanged', soon), connection.on('presenceChanged', soon), connection.onResync(soon)];
    return () => {
      gone.current = true;
      window.clearTimeout(timer);
      window.clearInterval(ticking);
      for (const each of leave) each();
    };
  }, [connection, reload, settle, refresh]);

  return { ...state, reload };
}
