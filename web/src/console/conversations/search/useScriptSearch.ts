import { useEffect, useState } from 'react';
import { asProblem, type Problem } from '../../../http/Problem';
import { searchScripts } from '../../api/deskApi';
import type { ScriptHit } from '../../api/types';

export interface SearchState {
  hits: readonly ScriptHit[] | null;
  problem: Problem | null;
}

/** Searches all scripts while somebody types; the answer to an older query never replaces that to a newer one. */
export function useScriptSearch(query: string, channel: string): SearchState {
  const [state, setState] = useState<SearchState>({ hits: null, problem: null });

  useEffect(() => {
    if (!query.trim()) {
      setState({ hits: null, problem: null });
      return;
    }
    const abort = new AbortController();
    searchScripts(query.trim(), channel, abort.signal).then(
      ({ items }) => setState({ hits: items, problem: null }),
      (error: unknown) => {
        if (!abort.signal.aborted) setState({ hits: null, problem: asProblem(error) });
      },
    );
    return () => abort.abort();
  }, [query, channel]);

  return state;
}
