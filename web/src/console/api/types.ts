/** The rows of the console's HTTP API, as the program sends them. Times are ISO 8601 in UTC. */
export type Role = 'agent' | 'editor' | 'supervisor';
export type ConversationState = 'bot' | 'waiting' | 'assigned' | 'closed';
export type Outcome = 'solved' | 'unsolved' | 'other';

export interface Account {
  id: string;
  name: string;
  displayName: string;
  roles: Role[];
}

export type Me = { signedIn: false } | ({ signedIn: true } & Account);

export interface AccountRow extends Account {
  createdAt: string;
  disabled: boolean;
}

export interface NewAccount {
  name: string;
  displayName: string;
  roles: Role[];
  password: string;
}

export interface ConversationSummary {
  id: string;
  channel: string;
  buyer: { id: string; name: string | null };
  state: ConversationState;
  agent: { id: string; displayName: string } | null;
  epoch: number;
  waitingSince: string | null;
  waitingReason: string | null;
  lastText: string | null;
  lastFrom: 'buyer' | 'bot' | 'agent' | null;
  lastAt: string;
  /** True while the buyer spoke last. */
  unanswered: boolean;
  promiseDeadline: string | null;
  emotion: string | null;
  stage: string | null;
}

export interface MessageAttachment {
  url: string;
  name: string | null;
  contentType: string;
}

export interface Message {
  seq: number;
  id: string;
  from: 'buyer' | 'bot' | 'agent' | 'system';
  kind: 'message' | 'answer' | 'notice' | 'question' | 'note';
  name: string | null;
  text: string;
  choices: string[];
  attachments: MessageAttachment[];
  at: string;
  scriptId: string | null;
}

export interface Suggestion {
  id: string;
  rank: number;
  scriptId: string;
  question: string;
  intent: string;
  text: string;
  score: number;
  reason: string;
  unfilled: string[];
}

export interface SuggestionSet {
  /** The buyer message that these are for. */
  messageSeq: number;
  items: Suggestion[];
}

export interface BuyerContext {
  summary: string | null;
  intent: { id: string; name: string; confidence: number } | null;
  emotion: string | null;
  slots: { name: string; value: string; masked: boolean }[];
  buyerTypes: { id: string; name: string; evidence: string }[];
  tried: string[];
  orders: { number: string; status: string; items: string | string[]; paidAt: string | null }[];
}

export interface ConversationDetail {
  conversation: ConversationSummary;
  messages: Message[];
  suggestions: SuggestionSet | null;
  context: BuyerContext;
}

export interface Finding {
  code: string;
  severity: 'error' | 'warning';
  /** In UTF-16 units, as strings of C# and JavaScript count. */
  start: number;
  length: number;
  message: { zh: string; en: string };
  /** What to put in the place of the marked words; null when there is no such mending. */
  fix: string | null;
}

export interface ScriptHit {
  scriptId: string;
  question: string;
  intent: string;
  text: string;
  score: number;
  highlights: [start: number, length: number][];
  unfilled: string[];
}

export interface OpenPromise {
  id: string;
  conversationId: string;
  buyer: { id: string; name: string | null };
  madeBy: 'bot' | 'agent';
  text: string;
  at: string;
  deadline: string;
}
