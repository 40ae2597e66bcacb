import { useEffect, useState } from 'react';
import { findScripts } from '../../api/editorApi';

const none: ReadonlySet<string> = new Set();

/** The scripts that the program finds for a query by their whole text; none until it has answered. */
export function useMatching(query: string): ReadonlySet<string> {
  const [found, setFound] = useState<{ query: string; ids: ReadonlySet<string> }>({ query: '', ids: none });
  useEffect(() => {
    if (!query.trim()) return;
    const aborted = new AbortController();
    findScripts(query, aborted.signal).then(
      ({ ids }) => setFound({ query, ids: new Set(ids) }),
      () => {
        // What the rows themselves show is searched all the same.
      },
    );
    return () => aborted.abort();
  }, [query]);
  return found.query === query ? found.ids : none;
}
