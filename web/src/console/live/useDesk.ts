import { useEffect, useState } from 'react';
import type { Account } from '../api/types';
import { UnreadBulletins } from '../bulletins/UnreadBulletins';
import { allowSound, chime } from './chime';
import { DeskConnection } from './DeskConnection';
import type { Desk } from './DeskContext';
import { DeskStore } from './DeskStore';
import { soundOn } from './useSound';

/** The live desk of one account: open as long as the page shows it. */
export function useDesk(me: Account, handles: boolean): Desk {
  const [desk] = useState(() => createDesk(me));

  useEffect(() => {
    if (!handles) return;
    const { store, connection, bulletins } = desk;
    // What could not be asked for now is asked for when the line is up again, and before going online.
    const lookForBulletins = () => void bulletins.load().catch(() => {});
    const leave = [
      connection.on('conversationChanged', ({ conversation }) => store.apply(conversation)),
      connection.onResync(() => void store.load()),
      connection.onResync(lookForBulletins),
      connection.on('bulletinWritten', lookForBulletins),
    ];
    void store.load();
    void connection.open();
    document.addEventListener('pointerdown', allowSound, { once: true });
    document.addEventListener('keydown', allowSound, { once: true });
    return () => {
      for (const each of leave) each();
      void connection.close();
    };
  }, [desk, handles]);

  return desk;
}

function createDesk(me: Account): Desk {
  let watched: string | null = null;
  const watching = (id: string) => id === watched && document.visibilityState === 'visible';
  const store = new DeskStore(me.id, watching, (arrival) => {
    if (soundOn()) chime(arrival);
  });
  return {
    me,
    store,
    connection: new DeskConnection(),
    bulletins: new UnreadBulletins(),
    watch: (id) => {
      watched = id;
      if (id) store.markSeen(id);
    },
  };
}
