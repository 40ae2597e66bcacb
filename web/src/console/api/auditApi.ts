import { requestJson } from '../../http/requestJson';

/** Something that was done and that somebody may ask about later. */
export interface AuditEntry {
  id: number;
  at: string;
  /** An account's id, `command line`, or the name tried where nobody was signed in. */
  actor: string;
  action: string;
  /** An account, a conversation, a published base, a key; empty where there is nothing to name. */
  subject: string;
  detail: string;
}

/** The newest entries, or those before one. */
export const listAudit = (before?: number) =>
  requestJson<{ items: AuditEntry[] }>('GET', `/api/audit?take=100${before === undefined ? '' : `&before=${before}`}`);
