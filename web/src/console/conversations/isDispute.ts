import type { ConversationSummary } from '../api/types';

const disputes = new Set(['emotion', 'threat']);

/** Whether a conversation was of the kind that wears an agent out: an angry buyer, a threat. */
export const isDispute = ({ emotion, waitingReason }: ConversationSummary): boolean =>
  emotion === 'angry' || disputes.has(waitingReason ?? '');
