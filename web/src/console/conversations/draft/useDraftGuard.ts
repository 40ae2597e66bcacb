import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { checkDraft } from '../../api/deskApi';
import type { Finding } from '../../api/types';
import { carryOver } from './carryOver';
import { latestOnly } from './latestOnly';

/** What a verdict depends on. */
interface Question {
  text: string;
  channel: string;
  /** What supervisors have allowed so far: what was too much a moment ago may be said now. */
  allowed: string;
}

interface DraftGuard {
  findings: readonly Finding[];
  /** Has a text checked that is about to be shown: the server reads it while the page is still being drawn. */
  foresee: (text: string) => void;
}

const noFindings: Finding[] = [];
const same = (one: Question, other: Question) =>
  one.text === other.text && one.channel === other.channel && one.allowed === other.allowed;

/** The guard's findings on a draft, asked for at every keystroke. The server checks again when the reply is sent. */
export function useDraftGuard(conversationId: string, { text, channel, allowed }: Question): DraftGuard {
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

  const asked = useRef<Question | null>(null);
  const ask = useCallback(
    (question: Question) => {
      if (asked.current && same(asked.current, question)) return;
      asked.current = question;
      if (question.text.trim()) check(question);
    },
    [check],
  );
  useEffect(() => ask({ text, channel, allowed }), [text, channel, allowed, ask]);
  const foresee = useCallback((next: string) => ask({ text: next, channel, allowed }), [channel, allowed, ask]);

  const findings = useMemo(() => {
    if (!verdict || !text.trim() || verdict.channel !== channel || verdict.allowed !== allowed) return noFindings;
    return verdict.text === text ? verdict.findings : carryOver(verdict.findings, verdict.text, text);
  }, [verdict, text, channel, allowed]);
  return { findings, foresee };
}
