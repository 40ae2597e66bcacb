import { useEffect, useState } from 'react';
import type { Account } from '../api/types';
import { UnreadBulletins } from '../bulletins/UnreadBulletins';
import { allowSound, chime } from './chime';
import { DeskConnection } from './DeskConnection';
import type { Desk } from './DeskContext';
import { DeskStore } from './DeskStore';
import { PresenceKeeper } from './PresenceKeeper';
import { soundOn } from './useSound';

/** The live desk of one account: open as long as the page shows it. */
export function useDesk(me: Account, handles: boolean): Desk {
  const [desk] = useState(() => createDesk(me));

  useEffect(() => {
    if (!handles) return;
    const { store, connection, bulletins, presence } = desk;
    // What could not be asked for now is asked for when the line is up again, and before going online.
    const lookForBulletins = () => void bulletins.look().catch(() => {});
    const leave = [
      connection.on('conversationChanged', ({ conversation }) => store.apply(conversation)),
      connection.on('presenceChanged', ({ agentId }) => agentId === me.id && void presence.load()),
      connection.on('bulletinWritten', lookForBulletins),
      connection.onResync(() => {
        void store.load();
        void presence.load();
        lookForBulletins();
      }),
      // The last bulletin read, whoever stayed away for them is on duty.
      bulletins.onAllRead(() => {
        if (presence.current().presence.reason === 'bulletins') void presence.comeBack().catch(() => {});
      }),
    ];
    // Everything is read as soon as the line is up: read before, it would have to be read again.
    void connection.open();
    document.addEventListener('pointerdown', allowSound, { once: true });
    document.addEventListener('keydown', allowSound, { once: true });
    return () => {
      for (const each of leave) each();
      presence.dispose();
      void connection.close();
    };
  }, [desk, handles, me.id]);

  return desk;
}

function createDesk(me: Account): Desk {
  let watched: string | null = null;
  const watching = (id: string) => id === watched && document.visibilityState === 'visible';
  const presence = new PresenceKeeper();
  const store = new DeskStore(me.id, watching, (arrival) => {
    // Somebody on a break does not take the buyers who begin to wait.
    if (soundOn() && (arrival === 'message' || presence.current().presence.online)) chime(arrival);
  });
  return {
    me,
    store,
    connection: new DeskConnection(),
    bulletins: new UnreadBulletins(),
    presence,
    watch: (id) => {
      watched = id;
      if (id) store.markSeen(id);
    },
  };
}
