import { memo } from 'react';
import type { Message } from '../api/types';
import { CloseDialog } from './actions/CloseDialog';
import { FollowUpDialog } from './actions/FollowUpDialog';
import { TransferDialog } from './actions/TransferDialog';
import type { Actions } from './actions/useActions';
import { ApprovalDialog } from './approvals/ApprovalDialog';
import { ScriptSearch } from './search/ScriptSearch';
import type { Taken } from './search/Taken';
import { SaveReplyDialog } from './transcript/SaveReplyDialog';

export type DialogName = 'search' | 'close' | 'transfer' | 'approval' | 'later';

interface Props {
  /** The one that is open. */
  dialog: DialogName | null;
  /** The reply to be put into the editors' inbox. */
  saving: Message | null;
  channel: string;
  /** What the buyer asks for. */
  intent: string | null;
  actions: Actions;
  /** Puts what was found into the draft. */
  use: (taken: Taken) => void;
  close: () => void;
}

/** Everything that asks something about one conversation before it is done. */
export default memo(function ConversationDialogs({ dialog, saving, channel, intent, actions, use, close }: Props) {
  return (
    <>
      {dialog === 'search' && <ScriptSearch channel={channel} close={close} use={use} />}
      <CloseDialog open={dialog === 'close'} cancel={close} close={actions.close} />
      <TransferDialog open={dialog === 'transfer'} cancel={close} transfer={actions.transfer} />
      <FollowUpDialog open={dialog === 'later'} cancel={close} plan={actions.plan} />
      <ApprovalDialog open={dialog === 'approval'} intent={intent} cancel={close} ask={actions.ask} />
      <SaveReplyDialog
        reply={saving?.text ?? null}
        cancel={close}
        save={(note) => (saving ? actions.saveReply(saving.seq, note) : Promise.resolve(false))}
      />
    </>
  );
});
