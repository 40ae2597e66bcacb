import { requestJson } from '../../http/requestJson';

/** A reply that an agent sent and thinks every agent should have; personal numbers are masked. */
export interface SavedReply {
  id: string;
  channel: string;
  question: string;
  reply: string;
  note: string;
  scriptId: string | null;
  savedBy: { id: string; displayName: string };
  savedAt: string;
}

export const listSavedReplies = () => requestJson<{ items: SavedReply[] }>('GET', '/api/editor/inbox/saved-replies');

export const decideSavedReply = (id: string, outcome: 'dismissed' | 'variant' | 'script', scriptId: string | null) =>
  requestJson<void>('POST', `/api/editor/inbox/saved-replies/${encodeURIComponent(id)}/decide`, { outcome, scriptId });
