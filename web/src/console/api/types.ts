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

/** The company's identity provider: what people call it, and where signing in there begins. */
export interface Provider {
  name: string;
  address: string;
}

export type Me = { signedIn: false; provider: Provider | null } | ({ signedIn: true } & Account);

export interface AccountRow extends Account {
  createdAt: string;
  disabled: boolean;
  /** Journey stages and product categories that the agent is there for; none for all. */
  skills: string[];
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
  /** The agent was reminded of the promise, or nobody kept it in time; null before that. */
  promiseAlertedAt: string | null;
  emotion: string | null;
  stage: string | null;
  /** How much of a human the newest message needs; null before the first. */
  lane: Lane | null;
  /** A supervisor was asked to allow something and has not answered. */
  asksApproval: boolean;
  /** The agent whose turn it is to take the waiting buyer, and until when. */
  offeredTo: string | null;
  offeredUntil: string | null;
}

export type Lane = 'simple' | 'standard' | 'unknown';

export interface ApprovalCase {
  case: string;
  intent: string;
  maxYuan: number;
  /** Who may grant it: only agents' and supervisors' cases can be asked for. */
  approver: 'agent' | 'supervisor' | 'owner';
}

export interface Approval {
  id: string;
  conversationId: string;
  case: string;
  askedYuan: number;
  reason: string;
  askedBy: { id: string; displayName: string };
  askedAt: string;
  state: 'open' | 'granted' | 'refused' | 'withdrawn';
  grantedYuan: number | null;
  note: string | null;
  answeredBy: { id: string; displayName: string } | null;
  answeredAt: string | null;
}

export interface OwnPresence {
  /** Whether new buyers are taken. */
  online: boolean;
  since: string | null;
  /** When the break ends by itself. */
  until: string | null;
  reason: AwayReason | null;
  serverTime: string;
}

export type AwayReason = 'break' | 'rest' | 'bulletins';

export interface Colleague {
  id: string;
  displayName: string;
  presence: 'online' | 'away' | 'offline';
  buyers: number;
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
  /** The question, standard or variant, that is most like what the buyer wrote. */
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
  intent: { id: string; name: string; nameEn: string; confidence: number } | null;
  emotion: string | null;
  slots: { name: string; value: string; masked: boolean }[];
  buyerTypes: { id: string; name: string; evidence: string }[];
  tried: { id: string; question: string }[];
  orders: { number: string; status: string; items: string | string[]; paidAt: string | null }[];
  history: PastHandoff[];
}

/** A time that people served the buyer before. */
export interface PastHandoff {
  conversationId: string;
  closedAt: string;
  reason: string;
  summary: string;
  agent: string | null;
  /** Null when it went back to the bot. */
  outcome: Outcome | null;
  tag: string | null;
}

export interface ConversationDetail {
  conversation: ConversationSummary;
  messages: Message[];
  suggestions: SuggestionSet | null;
  context: BuyerContext;
  approvals: Approval[];
  /** The messages that were put into the editors' inbox, by number. */
  saved: number[];
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

export interface OwnScript {
  id: string;
  title: string;
  text: string;
}

/** What an agent has at hand, the last used first. */
export interface Shelf {
  favourites: ScriptHit[];
  recent: ScriptHit[];
  own: OwnScript[];
}

export interface ScriptGroup {
  stage: string;
  intents: { id: string; name: string; nameEn: string; count: number }[];
}

export interface OpenPromise {
  id: string;
  conversationId: string;
  buyer: { id: string; name: string | null };
  madeBy: 'bot' | 'agent' | 'system';
  text: string;
  at: string;
  deadline: string;
}

/** A promise to come back to a buyer at a later time. */
export interface FollowUp {
  id: string;
  conversationId: string;
  buyer: { id: string; name: string | null };
  /** Who promised it; null where a script did. */
  agent: { id: string; displayName: string } | null;
  dueAt: string;
  scriptId: string | null;
  note: string;
  at: string;
}

/** A case that people solved for another buyer who asked the same. */
export interface SimilarCase {
  conversationId: string;
  closedAt: string;
  asked: string;
  reply: string | null;
  agent: string | null;
  tag: string | null;
  grantedYuan: number | null;
}
