/** The rows of the editor's HTTP API, as the program sends them. Times are ISO 8601 in UTC. */
export interface Bilingual {
  zh: string;
  en: string;
}

export type SendMode = 'automatic' | 'agent';

export type Decay = 'expired' | 'contradictory' | 'always-edited' | 'never-used';

/** The gravest first. */
export const decays: Decay[] = ['expired', 'contradictory', 'always-edited', 'never-used'];

export interface ScriptRow {
  id: string;
  intent: string;
  stage: string;
  question: string;
  variants: number;
  wordings: number;
  send: SendMode;
  tags: string[];
  usage: { answered: number; suggested: number; taken: number; edited: number };
  changedAt: string | null;
  errors: number;
  warnings: number;
  state: 'new' | 'changed' | 'same';
  validity: 'expired' | 'upcoming' | 'now';
  /** Why it wants looking after; empty for a script in good order. */
  decay: Decay[];
}

export interface WordingForm {
  text: string;
  simpler: boolean;
}

export interface ConditionsForm {
  stage: string;
  channels: string[];
  products: string[];
  categories: string[];
  buyers: string[];
  emotions: string[];
  hours: string;
  from: string | null;
  until: string | null;
}

export interface ScriptForm {
  question: string;
  variants: string[];
  wordings: WordingForm[];
  when: ConditionsForm;
  send: SendMode;
  followUp: { minutes: number; script: string } | null;
  tags: string[];
  note: string | null;
}

export interface ScriptItem {
  id: string;
  intent: string;
  file: string;
  line: number;
  /** What the whole file says, as a hash; saving names the one it began from. */
  etag: string;
  script: ScriptForm;
}

export interface Vocabulary {
  intents: { id: string; nameZh: string; nameEn: string; stage: string }[];
  stages: string[];
  channels: { id: string; name: string }[];
  products: { id: string; name: string }[];
  categories: string[];
  buyers: string[];
  emotions: string[];
  hours: string[];
  slots: string[];
}

export interface DraftFinding {
  code: string;
  severity: 'error' | 'warning';
  /** `question`, `variants[2]`, `wordings[0]`, `when.until`; empty for the whole script. */
  field: string;
  start: number;
  /** 0 for the whole field. */
  length: number;
  message: Bilingual;
  fix: string | null;
}

export interface PlatformPreview {
  channel: string;
  name: string;
  allowed: boolean;
  wordings: { text: string; unfilled: string[]; forbidden: Bilingual[] }[];
}

export interface DraftVerdict {
  findings: DraftFinding[];
  preview: PlatformPreview[];
}

export interface FileFinding {
  code: string;
  severity: 'error' | 'warning';
  file: string;
  line: number;
  message: Bilingual;
  fix: string | null;
}

export interface Scored {
  id: string;
  name: Bilingual;
  confidence: number;
}

export interface PlaygroundHit {
  scriptId: string;
  question: string;
  intent: string;
  score: number;
  matchedText: string;
  send: SendMode;
  text: string;
  unfilled: string[];
  features: { name: string; value: number; weight: number; share: number }[];
}

export interface PlaygroundAnswer {
  intents: Scored[];
  inScope: number;
  emotion: { label: string; strength: number };
  requests: { text: string; intent: Scored }[];
  slots: { name: string; value: string }[];
  buyerTypes: { name: string; value: string }[];
  threats: { name: string; value: string }[];
  hits: PlaygroundHit[];
  action: 'answer' | 'clarify' | 'suggest' | 'handoff';
  reason: string | null;
  outOfScope: boolean;
  thresholds: { name: string; value: number; least: number; met: boolean }[];
}

export interface Publication {
  id: number;
  hash: string;
  publishedAt: string;
  publishedBy: string | null;
}

export interface FieldChange {
  field: string;
  before: string[];
  after: string[];
}

export interface ScriptChange {
  id: string;
  kind: 'added' | 'removed' | 'changed';
  question: string;
  fields: FieldChange[];
}

export interface Staged {
  hash: string;
  scripts: number;
  current: Publication | null;
  errors: number;
  warnings: number;
  findings: FileFinding[];
  changes: ScriptChange[];
  /** Other parts of the base that differ, entry by entry. */
  parts: { name: string; fields: FieldChange[] }[];
}

export type Shortfall = 'unanswered' | 'asked-back' | 'edited' | 'replaced';

export interface InboxGroup {
  question: string;
  keys: string[];
  count: number;
  unanswered: number;
  askedBack: number;
  edited: number;
  replaced: number;
  lastAt: string;
  scriptId: string | null;
  examples: { text: string; at: string; shortfall: Shortfall; reply: string | null; scriptId: string | null }[];
}

export type InboxOutcome = 'dismissed' | 'variant' | 'script';

export interface ReplayChange {
  question: string;
  before: string | null;
  after: string | null;
}

/** What publishing would change for what buyers asked lately and for the scripts' own questions. */
export interface Replay {
  questions: number;
  coverageBefore: number;
  coverageAfter: number;
  lost: ReplayChange[];
  gained: ReplayChange[];
  changed: ReplayChange[];
  /** Standard questions that another script than their own, or none, would answer. */
  goldenMissed: ReplayChange[];
  forbidden: string[];
  passes: boolean;
}

export interface ImportReport {
  clean: boolean;
  applied: boolean;
  added: { id: string; question: string }[];
  changed: { id: string; question: string }[];
  unchanged: number;
  problems: { row: number; column: number; code: string; severity: 'error' | 'warning'; message: Bilingual }[];
}
