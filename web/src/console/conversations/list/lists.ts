import type { ConversationSummary } from '../../api/types';

export type Conversations = ReadonlyMap<string, ConversationSummary>;

/** What the list is narrowed to; null lets everything through. */
export interface ListFilter {
  channel: string | null;
  stage: string | null;
  emotion: string | null;
}

export const noFilter: ListFilter = { channel: null, stage: null, emotion: null };

const newestFirst = (a: ConversationSummary, b: ConversationSummary) => b.lastAt.localeCompare(a.lastAt);

const passes = (filter: ListFilter) => (row: ConversationSummary) =>
  (filter.channel === null || row.channel === filter.channel) &&
  (filter.stage === null || row.stage === filter.stage) &&
  (filter.emotion === null || row.emotion === filter.emotion);

/** Waiting buyers, the longest first. */
export const waitingList = (all: Conversations, filter: ListFilter = noFilter): ConversationSummary[] =>
  [...all.values()]
    .filter((row) => row.state === 'waiting' && passes(filter)(row))
    .sort((a, b) => (a.waitingSince ?? a.lastAt).localeCompare(b.waitingSince ?? b.lastAt) || a.id.localeCompare(b.id));

/** The conversations that an agent holds: those with an open question first, then the newest. */
export const mineList = (all: Conversations, agentId: string, filter: ListFilter = noFilter): ConversationSummary[] =>
  [...all.values()]
    .filter((row) => row.state === 'assigned' && row.agent?.id === agentId && passes(filter)(row))
    .sort((a, b) => Number(b.unanswered) - Number(a.unanswered) || newestFirst(a, b));

export const allList = (all: Conversations, filter: ListFilter = noFilter): ConversationSummary[] =>
  [...all.values()].filter(passes(filter)).sort(newestFirst);

/**
 * What has just happened that an agent wants to hear about: a buyer began to wait, or something came into one's own
 * conversation: the buyer's message, a colleague's buyer, the supervisor's answer.
 */
export type Arrival = 'waiting' | 'message';

export function arrivalOf(
  before: ConversationSummary | undefined,
  after: ConversationSummary,
  agentId: string,
): Arrival | null {
  if (after.state === 'waiting') return before?.state === 'waiting' ? null : 'waiting';
  const mine = after.state === 'assigned' && after.agent?.id === agentId;
  if (!mine) return null;
  const given = before !== undefined && before.agent !== null && before.agent.id !== agentId;
  const answered = before?.asksApproval === true && !after.asksApproval;
  return given || answered || (after.lastFrom === 'buyer' && after.lastAt !== before?.lastAt) ? 'message' : null;
}
