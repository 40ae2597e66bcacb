import { useEffect, useState } from 'react';
import { checkDraft } from '../../api/deskApi';
import type { Finding } from '../../api/types';
import { latestOnly } from './latestOnly';

interface Verdict {
  text: string;
  channel: string;
  findings: Finding[];
}

const noFindings: Finding[] = [];

/**
 * The guard's findings on a draft, asked for at every keystroke. Findings are only ever given for the very text they
 * were made for: their places would be wrong in another one. The server checks again when the reply is sent.
 */
export function useDraftGuard(text: string, channel: string, conversationId: string): Finding[] {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [check] = useState(() =>
    latestOnly<{ text: string; channel: string }>(async (draft) => {
      try {
        const { findings } = await checkDraft(draft.text, draft.channel, conversationId);
        setVerdict({ ...draft, findings });
      } catch {
        // Without a verdict the draft counts as clean here.
      }
    }),
  );

  useEffect(() => {
    if (text.trim()) check({ text, channel });
  }, [text, channel, check]);

  return verdict?.text === text && verdict.channel === channel ? verdict.findings : noFindings;
}
