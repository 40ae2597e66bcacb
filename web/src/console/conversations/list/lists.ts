import type { ConversationSummary } from '../../api/types';

export type Conversations = ReadonlyMap<string, ConversationSummary>;

/** What the list is narrowed to; null lets everything through. */
export interface ListFilter {
  channel: string | null;
  stage: string | null;
  emotion: string | null;
  lane: string | null;
}

export const noFilter: ListFilter = { channel: null, stage: null, emotion: null, lane: null };

const fields = Object.keys(noFilter) as (keyof ListFilter)[];

/** Whether anything is left out. */
export const narrows = (filter: ListFilter): boolean => fields.some((field) => filter[field] !== null);

const newestFirst = (a: ConversationSummary, b: ConversationSummary) => b.lastAt.localeCompare(a.lastAt);

const passes = (filter: ListFilter) => (row: ConversationSummary) =>
  fields.every((field) => filter[field] === null || row[field] === filter[field]);

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

/** Whose turn it is to be taken by an agent, the longest waiting first; null when nobody is offered. */
export const offerOf = (all: Conversations, agentId: string): ConversationSummary | null =>
  waitingList(all).find((row) => row.offeredTo === agentId) ?? null;

const timeOf = (time: string | null) => (time === null ? 0 : Date.parse(time));

/**
 * What has just happened that an agent wants to hear about: a buyer began to wait or is passed on to one, or something came into one's own
 * conversation: the buyer's message, a colleague's buyer, the supervisor's answer, a promise that is nearly due or overdue.
 */
export type Arrival = 'waiting' | 'message';

export function arrivalOf(
  before: ConversationSummary | undefined,
  after: ConversationSummary,
  agentId: string,
): Arrival | null {
  const alerted = before !== undefined && timeOf(after.promiseAlertedAt) > timeOf(before.promiseAlertedAt);
  if (after.state === 'waiting') {
    const passedOn = after.offeredTo === agentId && before?.offeredTo != null && before.offeredTo !== agentId;
    return before?.state !== 'waiting' || passedOn || alerted ? 'waiting' : null;
  }
  const mine = after.state === 'assigned' && after.agent?.id === agentId;
  if (!mine) return null;
  const given = before !== undefined && before.agent !== null && before.agent.id !== agentId;
  const answered = before?.asksApproval === true && !after.asksApproval;
  return given || answered || alerted || (after.lastFrom === 'buyer' && after.lastAt !== before?.lastAt) ? 'message' : null;
}
