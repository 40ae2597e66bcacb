import { App } from 'antd';
import { useCallback, useState } from 'react';
import { asProblem } from '../../../http/Problem';
import type { Outcome } from '../../api/types';
import { useText } from '../../text/ConsoleTextContext';
import type { OpenConversation } from '../OpenConversation';

interface Actions {
  busy: boolean;
  accept: () => void;
  returnToBot: () => void;
  /** Resolves to whether it succeeded. */
  close: (outcome: Outcome, tag: string | null) => Promise<boolean>;
}

/** Accepting, returning and closing: one at a time, each with a word about how it went. */
export function useActions(open: OpenConversation, accepted: () => void): Actions {
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
        onOk: async () => void (await run(open.returnToBot, text.conversation.returned)),
      }),
    close: (outcome, tag) => run(() => open.close(outcome, tag), text.conversation.ended),
  };
}
