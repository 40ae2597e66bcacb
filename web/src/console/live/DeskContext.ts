import { createContext, useContext } from 'react';
import type { Account } from '../api/types';
import type { UnreadBulletins } from '../bulletins/UnreadBulletins';
import type { DeskConnection } from './DeskConnection';
import type { DeskStore } from './DeskStore';
import type { PresenceKeeper } from './PresenceKeeper';

/** What every page of the desk works with. */
export interface Desk {
  me: Account;
  store: DeskStore;
  connection: DeskConnection;
  bulletins: UnreadBulletins;
  presence: PresenceKeeper;
  /** Says which conversation is on the screen, so that its messages do not count as unread. */
  watch: (id: string | null) => void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDeskContext(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('The desk is provided by DeskPages.');
  return desk;
}
