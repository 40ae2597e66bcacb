import type { DirectLine } from 'botframework-directlinejs';
import type { Problem } from '../../http/Problem';
import type { ChatToken } from './ChatToken';

export type ChatState =
  | { phase: 'connecting' }
  /** No conversation could be had; nothing is shown but the reason and a button. */
  | { phase: 'failed'; problem: Problem }
  /** The conversation is open in so many other tabs and browsers that this one had to give way. */
  | { phase: 'elsewhere' }
  /** `line` is offline while it is down and being repaired; the transcript stays. */
  | { phase: 'open'; token: ChatToken; directLine: DirectLine; line: Line };

/** Whether messages come and go: only an open socket is online. */
export type Line = 'connecting' | 'online' | 'offline';
