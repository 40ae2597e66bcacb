import type { ScriptRow } from '../../api/editorTypes';

export interface IntentNode {
  intent: string;
  count: number;
}

export interface StageNode {
  stage: string;
  count: number;
  intents: IntentNode[];
}

/** The scripts by stage, in the order of the buyer's way, and by intent within. */
export function scriptTree(rows: readonly ScriptRow[], stages: readonly string[]): StageNode[] {
  return stages
    .map((stage) => {
      const own = rows.filter((row) => row.stage === stage);
      const counts = new Map<string, number>();
      for (const { intent } of own) counts.set(intent, (counts.get(intent) ?? 0) + 1);
      const intents = [...counts].map(([intent, count]) => ({ intent, count })).sort((a, b) => (a.intent < b.intent ? -1 : 1));
      return { stage, count: own.length, intents };
    })
    .filter((node) => node.count > 0);
}
