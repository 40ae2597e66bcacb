import { requestJson } from '../../http/requestJson';
import type { ConversationSummary } from './types';

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

export interface ChannelDay {
  channel: string;
  figures: DayFigures;
  firstResponseTarget: number | null;
  replyRateTarget: number | null;
  replyRatioTarget: number | null;
}

export interface BoardAgent {
  id: string;
  displayName: string;
  presence: 'online' | 'away' | 'offline';
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

export const readBoard = () => requestJson<Board>('GET', '/api/board');
