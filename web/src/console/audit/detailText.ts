import type { AuditEntry } from '../api/auditApi';
import { nameOf } from '../text/nameOf';
import type { ConsoleText } from '../text/zh';

/** What belongs to roles as the program writes it. */
const ofRoles = new Set(['account-create', 'role-change']);

/** What is said of an entry besides, in the console's language where it is the program's own word and not a person's. */
export function detailText({ action, detail }: Pick<AuditEntry, 'action' | 'detail'>, text: ConsoleText): string {
  if (ofRoles.has(action)) return detail.split(' ').map((role) => nameOf(text.account.role, role)).join(text.comma);
  return action === 'unmask' ? nameOf(text.audit.unmasked, detail) : detail;
}
