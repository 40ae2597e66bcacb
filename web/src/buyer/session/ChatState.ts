import type { DirectLine } from 'botframework-directlinejs';
import type { Problem } from '../../http/Problem';
import type { ChatToken } from './ChatToken';

export type ChatState =
  | { phase: 'connecting' }
  /** No conversation could be had; nothing is shown but the reason and a button. */
  | { phase: 'failed'; problem: Problem }
  /** Another tab of this browser has the conversation. */
  | { phase: 'elsewhere' }
  /** `online` is false while the line is down and being repaired; the transcript stays. */
  | { phase: 'open'; token: ChatToken; directLine: DirectLine; online: boolean };
