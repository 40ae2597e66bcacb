import { useCallback, useEffect, useRef, useState } from 'react';
import { checkScript } from '../../api/editorApi';
import type { DraftVerdict, ScriptForm } from '../../api/editorTypes';
import { latestOnly } from '../../conversations/draft/latestOnly';
import { tidyForm } from './emptyForm';

interface Draft {
  id: string;
  intent: string;
  form: ScriptForm;
}

export interface ShownVerdict {
  verdict: DraftVerdict | null;
  /** Whether the verdict is about the very form that is shown. */
  current: boolean;
  /** Has a form checked that is about to be shown: the server reads it while the page is still being drawn. */
  foresee: (form: ScriptForm) => void;
}

/** What the rules say of the form, asked for at every change with at most one request under way. */
export function useDraftVerdict(id: string, intent: string, form: ScriptForm): ShownVerdict {
  const [state, setState] = useState<{ verdict: DraftVerdict; form: ScriptForm; id: string } | null>(null);
  const [check] = useState(() =>
    latestOnly<Draft>(async (draft) => {
      try {
        const verdict = await checkScript(draft.id, draft.intent, tidyForm(draft.form));
        setState({ verdict, form: draft.form, id: draft.id });
      } catch {
        // The last verdict stays; saving tells what is wrong with the line.
      }
    }),
  );

  const asked = useRef<Draft | null>(null);
  const ask = useCallback(
    (draft: Draft) => {
      const before = asked.current;
      if (!draft.intent || (before?.form === draft.form && before.id === draft.id && before.intent === draft.intent)) return;
      asked.current = draft;
      check(draft);
    },
    [check],
  );
  useEffect(() => ask({ id, intent, form }), [id, intent, form, ask]);
  const foresee = useCallback((next: ScriptForm) => ask({ id, intent, form: next }), [id, intent, ask]);

  return { verdict: state?.verdict ?? null, current: state?.form === form && state.id === id, foresee };
}
