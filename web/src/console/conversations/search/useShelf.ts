import { useCallback, useEffect, useState } from 'react';
import { addOwnScript, changeOwnScript, markFavourite, readShelf, removeOwnScript } from '../../api/deskApi';
import type { OwnScript, Shelf } from '../../api/types';
import { useAttempt } from '../../shell/useAttempt';

const nothing: Shelf = { favourites: [], recent: [], own: [] };

export interface ShelfActions {
  shelf: Shelf;
  mark: (scriptId: string) => void;
  /** Keeps a reply of one's own, a new one without an id. Resolves to whether it succeeded. */
  save: (script: Omit<OwnScript, 'id'> & { id: string | null }) => Promise<boolean>;
  remove: (id: string) => Promise<boolean>;
}

/** What the agent has at hand on a channel, and the ways to change it. */
export function useShelf(channel: string): ShelfActions {
  const attempt = useAttempt();
  const [shelf, setShelf] = useState(nothing);
  const change = useCallback(
    (action: () => Promise<unknown>) =>
      attempt(async () => {
        await action();
        setShelf(await readShelf(channel));
      }),
    [attempt, channel],
  );
  useEffect(() => void change(async () => {}), [change]);

  return {
    shelf,
    mark: (scriptId) =>
      void change(() => markFavourite(scriptId, !shelf.favourites.some((favourite) => favourite.scriptId === scriptId))),
    save: ({ id, title, text }) => change(() => (id ? changeOwnScript({ id, title, text }) : addOwnScript({ title, text }))),
    remove: (id) => change(() => removeOwnScript(id)),
  };
}
