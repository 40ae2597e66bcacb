import { requestJson } from '../../http/requestJson';

/** A dated note on a platform's rules; `channel` is null for all platforms. */
export interface Bulletin {
  id: number;
  channel: string | null;
  title: string;
  text: string;
  /** A day, `2026-01-31`. */
  effectiveOn: string;
  writtenBy: string;
  writtenAt: string;
  withdrawnAt: string | null;
}

export interface BulletinReader {
  id: string;
  displayName: string;
  readAt: string | null;
}

export interface BulletinRow {
  bulletin: Bulletin;
  /** When whoever asks has read it. */
  readAt: string | null;
  /** Who has and has not read it; null for whoever does not watch over that. */
  readers: BulletinReader[] | null;
}

export type NewBulletin = Pick<Bulletin, 'channel' | 'title' | 'text' | 'effectiveOn'>;

export const listBulletins = () => requestJson<{ items: BulletinRow[] }>('GET', '/api/bulletins');

export const listUnreadBulletins = () => requestJson<{ items: Bulletin[] }>('GET', '/api/bulletins/unread');

export const writeBulletin = (bulletin: NewBulletin) => requestJson<Bulletin>('POST', '/api/bulletins', bulletin);

export const confirmBulletin = (id: number) => requestJson<void>('POST', `/api/bulletins/${id}/read`);

export const withdrawBulletin = (id: number) => requestJson<void>('POST', `/api/bulletins/${id}/withdraw`);
