import type { ScriptRow } from '../../api/editorTypes';

export type Flag = 'all' | 'findings' | 'staged' | 'unused' | 'edited' | 'expired';

export const flags: Flag[] = ['all', 'findings', 'staged', 'unused', 'edited', 'expired'];

/** The least number of sent suggestions from which on being rewritten says something. */
const enoughTaken = 3;

const flagged: Record<Flag, (row: ScriptRow) => boolean> = {
  all: () => true,
  findings: (row) => row.errors + row.warnings > 0,
  staged: (row) => row.state !== 'same',
  unused: (row) => row.usage.answered + row.usage.taken === 0,
  edited: (row) => row.usage.taken >= enoughTaken && row.usage.edited * 2 >= row.usage.taken,
  expired: (row) => row.validity === 'expired',
};

export interface ScriptFilter {
  query: string;
  stage: string | null;
  intent: string | null;
  flag: Flag;
  /** Scripts that have the query in what they ask or say. */
  matching: ReadonlySet<string>;
}

/** The rows that a filter lets through; every word of the query has to occur in the row, or the whole query in the script. */
export function filterScripts(rows: readonly ScriptRow[], { query, stage, intent, flag, matching }: ScriptFilter): ScriptRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    if ((stage !== null && row.stage !== stage) || (intent !== null && row.intent !== intent) || !flagged[flag](row)) return false;
    if (matching.has(row.id)) return true;
    const text = [row.question, row.id, ...row.tags].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The share of suggestions that were sent; null where it was never suggested. */
export const adoptionOf = ({ usage }: ScriptRow): number | null => (usage.suggested === 0 ? null : usage.taken / usage.suggested);
