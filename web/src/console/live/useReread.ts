import { useEffect } from 'react';
import { useDeskContext } from './DeskContext';
import { type Loaded, useLoaded } from './useLoaded';

interface Pace {
  /** A busy desk changes many times a second; it is read at most once in this time, in milliseconds. */
  settle: number;
  /** Some things change without a word from the hub; then it is read this often anyway, in milliseconds. */
  refresh?: number;
}

/** Something of the desk, read again after conversations or presences have changed and whenever the line comes up. */
export function useReread<Value>(read: () => Promise<Value>, { settle, refresh }: Pace): Loaded<Value> {
  const { connection } = useDeskContext();
  const loaded = useLoaded(read);
  const { reload } = loaded;

  useEffect(() => {
    let timer = 0;
    const soon = () => {
      timer ||= window.setTimeout(() => {
        timer = 0;
        void reload();
      }, settle);
    };
    const ticking = refresh ? window.setInterval(soon, refresh) : 0;
    const leave = [connection.on('conversationChanged', soon), connection.on('presenceChanged', soon), connection.onResync(soon)];
    return () => {
      window.clearTimeout(timer);
      window.clearInterval(ticking);
      for (const each of leave) each();
    };
  }, [connection, reload, settle, refresh]);

  return loaded;
}
