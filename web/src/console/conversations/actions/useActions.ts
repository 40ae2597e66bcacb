import { App } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { asProblem } from '../../../http/Problem';
import type { ConversationSummary, Outcome } from '../../api/types';
import { useText } from '../../text/ConsoleTextContext';
import type { OpenConversation } from '../OpenConversation';

export interface Actions {
  busy: boolean;
  accept: () => void;
  returnToBot: () => void;
  /** These resolve to whether they succeeded. */
  close: (outcome: Outcome, tag: string | null) => Promise<boolean>;
  transfer: (toAgentId: string | null, note: string) => Promise<boolean>;
  ask: (asked: { case: string; yuan: number; reason: string }) => Promise<boolean>;
  withdraw: (approvalId: string) => void;
  saveReply: (seq: number, note: string) => Promise<boolean>;
  plan: (dueAt: string, note: string) => Promise<boolean>;
}

/**
 * What can be done with a conversation as a whole: one thing at a time, each with a word about how it went.
 * @param accepted Called when it was taken.
 * @param left Called with the conversation as it was when the agent has given it away.
 */
export function useActions(open: OpenConversation, accepted: () => void, left: (was: ConversationSummary | null) => void): Actions {
  const { text, explain } = useText();
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState(false);

  const run = useCallback(
    async (action: () => Promise<void>, done: string): Promise<boolean> => {
      setBusy(true);
      try {
        await action();
        message.success(done);
        return true;
      } catch (error) {
        const problem = asProblem(error);
        if (problem.status === 409) void open.load();
        message.error(explain(problem));
        return false;
      } finally {
        setBusy(false);
      }
    },
    [open, message, explain],
  );

  return useMemo(() => {
    const leave = async (action: () => Promise<void>, done: string) => {
      const was = open.current().conversation;
      const succeeded = await run(action, done);
      if (succeeded) left(was);
      return succeeded;
    };
    return {
      busy,
      accept: () => {
        if (!busy) void run(open.accept, text.conversation.accepted).then((succeeded) => succeeded && accepted());
      },
      returnToBot: () =>
        void modal.confirm({
          title: text.conversation.returnConfirm,
          okText: text.conversation.returnToBot,
          okButtonProps: { 'data-testid': 'return-confirm' },
          onOk: async () => void (await leave(open.returnToBot, text.conversation.returned)),
        }),
      close: (outcome, tag) => leave(() => open.close(outcome, tag), text.conversation.ended),
      transfer: (toAgentId, note) => leave(() => open.transfer(toAgentId, note), text.transfer.done),
      ask: (asked) => run(() => open.ask(asked), text.approval.sent),
      withdraw: (approvalId) => void run(() => open.withdraw(approvalId), text.approval.withdrawn),
      plan: (dueAt, note) => run(() => open.plan(dueAt, note), text.followUps.planned),
      saveReply: (seq, note) => run(async () => void (await open.saveReply(seq, note)), text.saving.done),
    };
  }, [busy, open, accepted, left, run, modal, text]);
}
