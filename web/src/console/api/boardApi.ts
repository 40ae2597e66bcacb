import { requestJson } from '../../http/requestJson';
import type { Approval, AwayReason, ConversationSummary } from './types';

export interface ResponseTimes {
  count: number;
  medianSeconds: number | null;
  p90Seconds: number | null;
}

export interface DayFigures {
  buyers: number;
  replied: number;
  received: number;
  sent: number;
  handoffs: number;
  firstResponse: ResponseTimes;
  humanResponse: ResponseTimes;
  /** 回复率, 0 to 1. */
  replyRate: number | null;
  /** 回复率 of people alone. */
  humanReplyRate: number | null;
  /** 答问比. */
  replyRatio: number | null;
}

/** How a channel's day will end if it goes on as lately. */
export interface DayForecast {
  expectedBuyers: number;
  replyRate: number;
  meetsReplyRate: boolean | null;
  /** What the rest of the day needs for the target; above 1 it cannot be reached any more. */
  neededReplyRate: number | null;
  firstResponseSeconds: number | null;
  meetsFirstResponse: boolean | null;
}

export interface ChannelDay {
  channel: string;
  figures: DayFigures;
  firstResponseTarget: number | null;
  replyRateTarget: number | null;
  replyRatioTarget: number | null;
  /** Null before the first buyer of the day. */
  forecast: DayForecast | null;
}

export interface BoardAgent {
  id: string;
  displayName: string;
  presence: 'online' | 'away' | 'offline';
  awayReason: AwayReason | null;
  awaySince: string | null;
  awayUntil: string | null;
  buyers: number;
  replies: number;
}

export interface Board {
  serverTime: string;
  waiting: ConversationSummary[];
  promises: { open: number; overdue: number };
  agents: BoardAgent[];
  today: DayFigures;
  channels: ChannelDay[];
}

export interface Approvals {
  open: { approval: Approval; maxYuan: number | null }[];
  answered: Approval[];
}

export const readApprovals = () => requestJson<Approvals>('GET', '/api/board/approvals');

/** Yes with what was asked for or another amount, or no. */
export const answerApproval = (id: string, answer: { granted: boolean; yuan?: number; note?: string }) =>
  requestJson<{ approval: Approval }>('POST', `/api/board/approvals/${encodeURIComponent(id)}/answer`, answer);

export const readBoard = () => requestJson<Board>('GET', '/api/board');
