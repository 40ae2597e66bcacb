import { useCallback, useEffect, useState } from 'react';
import { asProblem, type Problem } from '../../http/Problem';

export interface Loaded<Value> {
  value: Value | null;
  problem: Problem | null;
  reload: () => Promise<void>;
}

/** What a page reads when it opens, and again when asked; the answer to an older reading never replaces that to a newer one. */
export function useLoaded<Value>(read: () => Promise<Value>): Loaded<Value> {
  const [state, setState] = useState<{ value: Value | null; problem: Problem | null }>({ value: null, problem: null });
  const [latest] = useState({ number: 0 });

  const reload = useCallback(async () => {
    const number = ++latest.number;
    try {
      const value = await read();
      if (number === latest.number) setState({ value, problem: null });
    } catch (error) {
      if (number === latest.number) setState((before) => ({ ...before, problem: asProblem(error) }));
    }
  }, [read, latest]);

  useEffect(() => {
    void reload();
    return () => {
      latest.number++;
    };
  }, [reload, latest]);

  return { ...state, reload };
}
