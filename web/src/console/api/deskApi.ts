import { requestJson } from '../../http/requestJson';
import type {
  ConversationDetail,
  ConversationSummary,
  Finding,
  Message,
  OpenPromise,
  Outcome,
  ScriptHit,
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

export const sendReply = (
  id: string,
  reply: { epoch: number; text: string; clientId: string; suggestionId: string | null },
) => requestJson<{ message: Message }>('POST', `${conversation(id)}/send`, reply);

export const returnToBot = (id: string, epoch: number) =>
  requestJson<{ conversation: ConversationSummary }>('POST', `${conversation(id)}/return`, { epoch });

export const closeConversation = (id: string, epoch: number, outcome: Outcome, tag: string | null) =>
  requestJson<{ conversation: ConversationSummary }>('POST', `${conversation(id)}/close`, { epoch, outcome, tag });

export const sendTyping = (id: string) => requestJson<void>('POST', `${conversation(id)}/typing`);

export const checkDraft = (text: string, channel: string) =>
  requestJson<{ findings: Finding[] }>('POST', '/api/desk/check', { text, channel });

export const searchScripts = (query: string, channel: string, signal: AbortSignal) =>
  requestJson<{ items: ScriptHit[] }>(
    'GET',
    `/api/desk/scripts?q=${encodeURIComponent(query)}&channel=${encodeURIComponent(channel)}&take=20`,
    undefined,
    signal,
  );

export const listPromises = () => requestJson<{ items: OpenPromise[] }>('GET', '/api/desk/promises');

export const setPresence = (online: boolean) => requestJson<void>('POST', '/api/desk/presence', { online });
