import { App } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { asProblem } from '../../http/Problem';
import { noteUsed } from '../api/deskApi';
import type { Finding, Message, Suggestion } from '../api/types';
import { useDeskContext } from '../live/DeskContext';
import { useShortcuts } from '../routing/useShortcuts';
import { PageNotice } from '../shell/PageNotice';
import { useSteady } from '../shell/useSteady';
import { useText } from '../text/ConsoleTextContext';
import type { DialogName } from './ConversationDialogs';
import { ConversationHeader } from './actions/ConversationHeader';
import { TakeBar } from './actions/TakeBar';
import { useActions } from './actions/useActions';
import { ApprovalStrip } from './approvals/ApprovalStrip';
import { buyerName } from './buyerName';
import { ContextPanel } from './context/ContextPanel';
import { applyFix } from './draft/applyFix';
import { DraftBox } from './draft/DraftBox';
import type { DraftFieldHandle } from './draft/DraftField';
import { findSlots } from './draft/slots';
import { emptyDraft, ownWords, useDraft } from './draft/useDraft';
import { useDraftGuard } from './draft/useDraftGuard';
import { useTypingNotice } from './draft/useTypingNotice';
import { isDispute } from './isDispute';
import type { Origin } from './OpenConversation';
import type { Taken } from './search/Taken';
import { currentSuggestions } from './suggestions/current';
import { SuggestionBar } from './suggestions/SuggestionBar';
import { Transcript } from './transcript/Transcript';
import { useOpenConversation } from './useOpenConversation';
import styles from './ConversationPane.module.css';

// Loaded beside the first look at a conversation, which needs none of them.
const ConversationDialogs = lazy(() => import('./ConversationDialogs'));

interface Props {
  id: string;
  accepted: () => void;
}

/** The middle and right columns: one conversation, its suggestions, the draft, and what is known about the buyer. */
export function ConversationPane({ id, accepted }: Props) {
  const { text, explain } = useText();
  const { message } = App.useApp();
  const { me, presence } = useDeskContext();
  const { open, state, buyerTyping } = useOpenConversation(id);
  const actions = useActions(
    open,
    useSteady(accepted),
    useCallback((was) => void (was && isDispute(was) && presence.offerRest()), [presence]),
  );
  const { busy, accept, returnToBot, withdraw } = actions;
  const [draft, setDraft] = useDraft(id);
  const [refused, setRefused] = useState<{ text: string; allowed: string; findings: Finding[] } | null>(null);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [saving, setSaving] = useState<Message | null>(null);
  // The same for every drawing: only what a keystroke changes is drawn anew.
  const show = useMemo(
    () => ({
      search: () => setDialog('search'),
      close: () => setDialog('close'),
      transfer: () => setDialog('transfer'),
      approval: () => setDialog('approval'),
      later: () => setDialog('later'),
      none: () => {
        setDialog(null);
        setSaving(null);
      },
    }),
    [],
  );
  const field = useRef<DraftFieldHandle>(null);
  const typed = useTypingNotice(id);

  const { conversation } = state;
  const mine = conversation?.state === 'assigned' && conversation.agent?.id === me.id;
  const takeable = conversation?.state === 'waiting' || conversation?.state === 'bot';
  const suggestions = currentSuggestions(state.suggestions, state.messages);
  const allowed = state.approvals.map((approval) => `${approval.id} ${approval.state}`).join(' ');
  const guard = useDraftGuard(id, { text: draft.text, channel: conversation?.channel ?? '', allowed });
  const findings = refused?.text === draft.text && refused.allowed === allowed ? refused.findings : guard.findings;

  // Whoever takes a buyer is about to write.
  const held = useRef<boolean | null>(null);
  useEffect(() => {
    if (!conversation) return;
    if (mine && held.current === false) field.current?.focus();
    held.current = mine;
  }, [mine, conversation]);

  const fill = (words: string, origin: Origin) => {
    setDraft({ text: words, origin });
    field.current?.focus();
  };
  const use = useSteady((suggestion: Suggestion) => fill(suggestion.text, { suggestionId: suggestion.id, scriptId: null }));
  const useTaken = useSteady(({ text: words, used }: Taken) => {
    fill(words, 'scriptId' in used ? { suggestionId: null, scriptId: used.scriptId } : ownWords);
    // Only the order of the list hangs on it.
    noteUsed(used).catch(() => {});
  });

  const deliver = async (words: string, origin: Origin) => {
    try {
      await open.send(words, origin);
    } catch (error) {
      const problem = asProblem(error);
      fill(words, origin);
      if (problem.status === 422 && Array.isArray(problem.errors)) {
        setRefused({ text: words, allowed, findings: problem.errors as Finding[] });
      }
      if (problem.status === 409) void open.load();
      message.error(problem.status === 409 ? text.conversation.stale : explain(problem));
    }
  };

  const retry = useCallback(
    (clientId: string) => void open.retry(clientId).catch(() => message.error(text.conversation.stale)),
    [open, message, text],
  );

  const send = () => {
    const words = draft.text.trim();
    if (!words || !mine) return;
    if (findSlots(words).length > 0) {
      field.current?.focus();
      message.warning(text.draft.slotsBlock);
    } else if (findings.some((finding) => finding.severity === 'error')) {
      message.error(text.draft.errorsBlock);
    } else {
      setDraft(emptyDraft);
      void deliver(words, draft.origin);
    }
  };

  const sendNow = useSteady((suggestion: Suggestion) => {
    if (suggestion.unfilled.length === 0 && findSlots(suggestion.text).length === 0) {
      void deliver(suggestion.text, { suggestionId: suggestion.id, scriptId: null });
    } else {
      use(suggestion);
      message.info(text.suggestions.fillFirst);
    }
  });

  const onNth = (nth: number, run: (suggestion: Suggestion) => void): boolean => {
    const suggestion = mine ? suggestions?.items[nth - 1] : undefined;
    if (suggestion) run(suggestion);
    return suggestion !== undefined;
  };

  useShortcuts({
    '1': () => onNth(1, use),
    '2': () => onNth(2, use),
    '3': () => onNth(3, use),
    'Alt+1': () => onNth(1, sendNow),
    'Alt+2': () => onNth(2, sendNow),
    'Alt+3': () => onNth(3, sendNow),
    'Ctrl+K': mine ? show.search : undefined,
    '/': mine ? show.search : undefined,
    'Alt+A': takeable ? accept : undefined,
    'Alt+R': mine ? returnToBot : undefined,
    'Alt+T': mine ? show.transfer : undefined,
    'Alt+Q': mine ? show.approval : undefined,
    'Alt+L': mine ? show.later : undefined,
    'Alt+X': mine ? show.close : undefined,
  });

  if (!conversation || !state.context) {
    return state.problem ? (
      <PageNotice
        text={state.problem.status === 404 ? text.conversation.missing : explain(state.problem)}
        action={text.retry}
        run={() => void open.load()}
      />
    ) : (
      <PageNotice busy text={text.loading} />
    );
  }

  return (
    <div className={styles.pane} data-testid="conversation" data-conversation-id={id}>
      <section className={styles.middle}>
        <ConversationHeader
          conversation={conversation}
          mine={mine}
          busy={busy}
          returnToBot={returnToBot}
          transfer={show.transfer}
          ask={show.approval}
          close={show.close}
        />
        <Transcript
          messages={state.messages}
          pending={state.pending}
          buyer={buyerName(conversation.buyer)}
          typing={buyerTyping}
          retry={retry}
          saved={state.saved}
          save={setSaving}
        />
        <SuggestionBar
          suggestions={suggestions}
          usable={mine}
          expected={conversation.unanswered}
          use={use}
          sendNow={sendNow}
        />
        <ApprovalStrip approvals={state.approvals} me={me.id} withdraw={withdraw} />
        {mine ? (
          <DraftBox
            field={field}
            value={draft.text}
            findings={findings}
            change={(words) => {
              guard.foresee(words);
              setDraft({ ...draft, text: words });
              if (words) typed();
            }}
            mend={(finding) => fill(applyFix(draft.text, finding), draft.origin)}
            choose={(digit) => onNth(digit, use)}
            search={show.search}
            ask={show.approval}
            send={send}
          />
        ) : (
          <TakeBar conversation={conversation} busy={busy} accept={accept} />
        )}
      </section>
      <ContextPanel conversation={conversation} context={state.context} mayUnmask={mine || me.roles.includes('supervisor')} mine={mine} plan={show.later} />
      <Suspense fallback={null}>
        <ConversationDialogs
          dialog={dialog}
          saving={saving}
          channel={conversation.channel}
          intent={state.context.intent?.id ?? null}
          actions={actions}
          use={useTaken}
          close={show.none}
        />
      </Suspense>
    </div>
  );
}
