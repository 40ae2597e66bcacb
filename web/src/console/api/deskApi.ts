import { requestJson } from '../../http/requestJson';
import type {
  Approval,
  ApprovalCase,
  AwayReason,
  Colleague,
  ConversationDetail,
  ConversationSummary,
  Finding,
  FollowUp,
  Message,
  OpenPromise,
  Outcome,
  OwnPresence,
  OwnScript,
  ScriptGroup,
  ScriptHit,
  Shelf,
  SimilarCase,
} from './types';

export type Scope = 'waiting' | 'mine' | 'all';

const conversation = (id: string) => `/api/desk/conversations/${encodeURIComponent(id)}`;

/** How many rows a list asks for; more than an agent can look through. */
const listSize = 200;

export const listConversations = (scope: Scope) =>
  requestJson<{ items: ConversationSummary[]; serverTime: string }>(
    'GET',
    `/api/desk/conversations?scope=${scope}&take=${listSize}`,
  );

export const readConversation = (id: string, signal?: AbortSignal) =>
  requestJson<ConversationDetail>('GET', conversation(id), undefined, signal);

export const readMessages = (id: string, after: number) =>
  requestJson<{ messages: Message[]; watermark: number }>('GET', `${conversation(id)}/messages?after=${after}`);

export const acceptConversation = (id: string) =>
  requestJson<{ conversation: ConversationSummary }>('POST', `${conversation(id)}/accept`);

/** Lets the offer of a waiting buyer pass to the next agent. */
export const declineConversation = (id: string) =>
  requestJson<{ conversation: ConversationSummary }>('POST', `${conversation(id)}/decline`);

export const listCases = (id: string, intent: string) =>
  requestJson<{ items: SimilarCase[] }>('GET', `${conversation(id)}/cases?intent=${encodeURIComponent(intent)}`);

export const listFollowUps = () => requestJson<{ items: FollowUp[] }>('GET', '/api/desk/follow-ups');

export const planFollowUp = (id: string, plan: { epoch: number; dueAt: string; note: string }) =>
  requestJson<{ followUp: FollowUp }>('POST', `${conversation(id)}/follow-ups`, plan);

/** Nothing is left to come back for: the matter is done, or the promise is taken back. */
export const settleFollowUp = (id: string, how: 'done' | 'cancel') =>
  requestJson<void>('POST', `/api/desk/follow-ups/${encodeURIComponent(id)}/${how}`);

export const sendReply = (
  id: string,
  reply: { epoch: number; text: string; clientId: string; suggestionId: string | null; scriptId: string | null },
) => requestJson<{ message: Message }>('POST', `${conversation(id)}/send`, reply);

export const returnToBot = (id: string, epoch: number) =>
  requestJson<{ conversation: ConversationSummary }>('POST', `${conversation(id)}/return`, { epoch });

export const closeConversation = (id: string, epoch: number, outcome: Outcome, tag: string | null) =>
  requestJson<{ conversation: ConversationSummary }>('POST', `${conversation(id)}/close`, { epoch, outcome, tag });

/** Gives the buyer to a colleague, or back to the queue, with a note that only the shop sees. */
export const transferConversation = (id: string, epoch: number, toAgentId: string | null, note: string) =>
  requestJson<{ conversation: ConversationSummary }>('POST', `${conversation(id)}/transfer`, { epoch, toAgentId, note });

export const listApprovalCases = () => requestJson<{ items: ApprovalCase[] }>('GET', '/api/desk/approval-cases');

export const askApproval = (id: string, asked: { case: string; yuan: number; reason: string }) =>
  requestJson<{ approval: Approval }>('POST', `${conversation(id)}/approvals`, asked);

export const withdrawApproval = (id: string, approvalId: string) =>
  requestJson<void>('POST', `${conversation(id)}/approvals/${encodeURIComponent(approvalId)}/withdraw`);

/** Puts a reply that was sent into the editors' inbox; `added` is false when it was there already. */
export const saveReply = (id: string, seq: number, note: string) =>
  requestJson<{ added: boolean }>('POST', `${conversation(id)}/saved-replies`, { seq, note });

/** The personal facts that the buyer gave, in full. Who looked is written into the audit log. */
export const unmask = (id: string) =>
  requestJson<{ items: { name: string; value: string; seq: number }[] }>(
    'POST',
    `/api/privacy/conversations/${encodeURIComponent(id)}/unmask`,
  );

export const sendTyping = (id: string) => requestJson<void>('POST', `${conversation(id)}/typing`);

export const checkDraft = (text: string, channel: string, conversationId: string) =>
  requestJson<{ findings: Finding[] }>('POST', '/api/desk/check', { text, channel, conversationId });

export const searchScripts = (query: string, channel: string, signal: AbortSignal) =>
  requestJson<{ items: ScriptHit[] }>(
    'GET',
    `/api/desk/scripts?q=${encodeURIComponent(query)}&channel=${encodeURIComponent(channel)}&take=20`,
    undefined,
    signal,
  );

export const listPromises = () => requestJson<{ items: OpenPromise[] }>('GET', '/api/desk/promises');

export const readPresence = () => requestJson<OwnPresence>('GET', '/api/desk/presence');

/** Takes new buyers again, or takes none: until further notice, or for so many seconds. */
export const setPresence = (online: boolean, reason?: AwayReason, seconds?: number) =>
  requestJson<OwnPresence>('POST', '/api/desk/presence', { online, reason, seconds });

export const listColleagues = () => requestJson<{ items: Colleague[] }>('GET', '/api/desk/colleagues');

export const listScriptGroups = (channel: string) =>
  requestJson<{ items: ScriptGroup[] }>('GET', `/api/desk/script-groups?channel=${encodeURIComponent(channel)}`);

export const listScriptsOf = (intent: string, channel: string, signal: AbortSignal) =>
  requestJson<{ items: ScriptHit[] }>(
    'GET',
    `/api/desk/scripts?intent=${encodeURIComponent(intent)}&channel=${encodeURIComponent(channel)}`,
    undefined,
    signal,
  );

/** What was used last is noted first, or a shelf that is opened at once would lack it. */
let noting: Promise<unknown> = Promise.resolve();

export const readShelf = async (channel: string) => {
  await noting;
  return requestJson<Shelf>('GET', `/api/desk/shelf?channel=${encodeURIComponent(channel)}`);
};

export const markFavourite = (scriptId: string, favourite: boolean) =>
  requestJson<void>('POST', '/api/desk/shelf/favourites', { scriptId, favourite });

export const noteUsed = (used: { scriptId: string } | { ownId: string }) => {
  const note = requestJson<void>('POST', '/api/desk/shelf/used', used);
  noting = note.catch(() => {});
  return note;
};

export const addOwnScript = (script: Omit<OwnScript, 'id'>) => requestJson<OwnScript>('POST', '/api/desk/shelf/own', script);

export const changeOwnScript = ({ id, title, text }: OwnScript) =>
  requestJson<OwnScript>('PUT', `/api/desk/shelf/own/${encodeURIComponent(id)}`, { title, text });

export const removeOwnScript = (id: string) =>
  requestJson<void>('DELETE', `/api/desk/shelf/own/${encodeURIComponent(id)}`);
