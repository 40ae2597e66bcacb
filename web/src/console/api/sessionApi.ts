import { requestJson } from '../../http/requestJson';

/** A browser in which somebody is signed in. */
export interface SessionRow {
  id: string;
  accountId: string;
  displayName: string;
  begunAt: string;
  seenAt: string;
  address: string;
  browser: string;
  /** Whether it is this one. */
  current: boolean;
}

const path = (all: boolean) => (all ? '/api/accounts/sessions' : '/api/account/sessions');

export const listSessions = async (all: boolean) => (await requestJson<{ items: SessionRow[] }>('GET', path(all))).items;

export const endSession = (id: string, all: boolean) => requestJson<void>('POST', `${path(all)}/${encodeURIComponent(id)}/end`);
