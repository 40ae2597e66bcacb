import { useEffect, useState } from 'react';
import { asProblem, type Problem } from '../../../http/Problem';
import { listScriptsOf, searchScripts } from '../../api/deskApi';
import type { ScriptHit } from '../../api/types';

export interface SearchState {
  hits: readonly ScriptHit[] | null;
  problem: Problem | null;
}

const nothing: SearchState = { hits: null, problem: null };

/**
 * Searches all scripts while somebody types; without words it gives the scripts of the group chosen. The answer to an
 * older question never replaces that to a newer one.
 */
export function useScriptSearch(query: string, intent: string | null, channel: string): SearchState {
  const [state, setState] = useState(nothing);
  const words = query.trim();

  useEffect(() => {
    if (!words && !intent) {
      setState(nothing);
      return;
    }
    const abort = new AbortController();
    const asked = words ? searchScripts(words, channel, abort.signal) : listScriptsOf(intent ?? '', channel, abort.signal);
    asked.then(
      ({ items }) => setState({ hits: items, problem: null }),
      (error: unknown) => {
        if (!abort.signal.aborted) setState({ hits: null, problem: asProblem(error) });
      },
    );
    return () => abort.abort();
  }, [words, intent, channel]);

  return state;
}
