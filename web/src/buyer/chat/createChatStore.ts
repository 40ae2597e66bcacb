import { createStore } from 'botframework-webchat';
import type { ShownActivity, ShownAttachment } from './ShownActivity';

interface StoreAction {
  type: string;
  payload?: { activity?: ShownActivity; attachments?: readonly unknown[] };
}

interface StoreApi {
  dispatch: (action: unknown) => void;
  getState: () => { activities: ShownActivity[] };
}

type Next = (action: StoreAction) => unknown;

const pickedFiles = 'WEB_CHAT/SET_SEND_BOX_ATTACHMENTS';
const incomingActivity = 'DIRECT_LINE/INCOMING_ACTIVITY';
const sendStatus = 'webchat:send-status';

/** Web Chat's store for one conversation, with corrections to what the buyer picks and to what arrives. */
export const createChatStore = () =>
  createStore({}, ({ dispatch, getState }: StoreApi) => (next: Next) => (action: StoreAction) => {
    if (action.type === pickedFiles && action.payload?.attachments?.length) {
      return dispatch(sendAtOnce(action.payload.attachments));
    }

    const activity = action.type === incomingActivity ? action.payload?.activity : undefined;
    if (!activity) return next(action);

    const result = next({ ...action, payload: { activity: withPictures(renderedByLinkify(activity)) } });
    if (activity.id && activity.from?.role === 'user') markArrived(activity.id, { dispatch, getState });
    return result;
  });

/**
 * A picked picture goes out by itself, and a half-typed question stays in the box. Web Chat's own way of doing so
 * (`sendAttachmentOn: 'attach'`) finds the box empty since React 18 batches its updates.
 */
const sendAtOnce = (attachments: readonly unknown[]) => ({
  type: 'WEB_CHAT/SEND_MESSAGE',
  payload: { attachments, method: 'file' },
});

/** Web Chat hands only Markdown to the page's renderer; that renderer treats it as plain text with links. */
const renderedByLinkify = (activity: ShownActivity): ShownActivity =>
  activity.type === 'message' && activity.textFormat === 'plain' ? { ...activity, textFormat: 'markdown' } : activity;

/** Web Chat shows a buyer's own picture only as a thumbnail, and as a bare file name when there is none. */
const withPictures = (activity: ShownActivity): ShownActivity =>
  activity.attachments?.some(isPicture)
    ? {
        ...activity,
        attachments: activity.attachments.map((each) =>
          isPicture(each) && each.contentUrl ? { ...each, thumbnailUrl: each.thumbnailUrl ?? each.contentUrl } : each,
        ),
      }
    : activity;

const isPicture = ({ contentType }: ShownAttachment) => contentType?.startsWith('image/') ?? false;

/**
 * A message whose acknowledgement was lost with the line ends up as failed. When it comes back from the server it did
 * arrive, and the buyer must not be invited to send it a second time.
 */
function markArrived(id: string, { dispatch, getState }: StoreApi): void {
  const shown = getState().activities.find((activity) => activity.id === id);
  if (shown && shown.channelData?.[sendStatus] !== 'sent') {
    dispatch({ type: 'WEB_CHAT/MARK_ACTIVITY', payload: { activityID: id, name: sendStatus, value: 'sent' } });
  }
}
