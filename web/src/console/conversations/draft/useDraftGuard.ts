import { useEffect, useState } from 'react';
import { checkDraft } from '../../api/deskApi';
import type { Finding } from '../../api/types';
import { latestOnly } from './latestOnly';

/** What a verdict depends on. */
interface Question {
  text: string;
  channel: string;
  /** What supervisors have allowed so far: what was too much a moment ago may be said now. */
  allowed: string;
}

const noFindings: Finding[] = [];
const same = (one: Question, other: Question) =>
  one.text === other.text && one.channel === other.channel && one.allowed === other.allowed;

/**
 * The guard's findings on a draft, asked for at every keystroke. Findings are only ever given for the very text they
 * were made for: their places would be wrong in another one. The server checks again when the reply is sent.
 */
export function useDraftGuard(conversationId: string, { text, channel, allowed }: Question): Finding[] {
  const [verdict, setVerdict] = useState<(Question & { findings: Finding[] }) | null>(null);
  const [check] = useState(() =>
    latestOnly<Question>(async (draft) => {
      try {
        const { findings } = await checkDraft(draft.text, draft.channel, conversationId);
        setVerdict({ ...draft, findings });
      } catch {
        // Without a verdict the draft counts as clean here.
      }
    }),
  );

  useEffect(() => {
    if (text.trim()) check({ text, channel, allowed });
  }, [text, channel, allowed, check]);

  return verdict && same(verdict, { text, channel, allowed }) ? verdict.findings : noFindings;
}
