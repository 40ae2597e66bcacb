import { asProblem, type Problem } from '../../http/Problem';
import { newClientId } from '../../http/newClientId';
import {
  acceptConversation,
  askApproval,
  closeConversation,
  planFollowUp,
  readConversation,
  readMessages,
  returnToBot,
  saveReply,
  sendReply,
  transferConversation,
  withdrawApproval,
} from '../api/deskApi';
import type { Approval, BuyerContext, ConversationSummary, Message, Outcome, SuggestionSet } from '../api/types';
import { Store } from '../live/Store';
import { mergeMessages, newestSeq } from './transcript/merge';

/** A reply on its way, or one that did not get through. */
export interface PendingReply {
  clientId: string;
  text: string;
  origin: Origin;
  failed: boolean;
}

/** What a reply was made from; of the two at most one. */
export interface Origin {
  suggestionId: string | null;
  scriptId: string | null;
}

export interface OpenState {
  conversation: ConversationSummary | null;
  messages: readonly Message[];
  pending: readonly PendingReply[];
  suggestions: SuggestionSet | null;
  context: BuyerContext | null;
  approvals: readonly Approval[];
  /** The messages that were put into the editors' inbox. */
  saved: readonly number[];
  problem: Problem | null;
}

const contextDelay = 400;

/**
 * The conversation in the middle of the console. The transcript grows by watermark: everything up to the watermark is
 * here, and whatever is told makes it fetch what comes after, so nothing is missed and nothing stands twice.
 */
export class OpenConversation extends Store<OpenState> {
  private watermark = 0;
  private fetching = false;
  private fetchAgain = false;
  private sending = 0;
  private contextTimer = 0;

  constructor(
    readonly id: string,
    private readonly changed: (row: ConversationSummary) => void,
  ) {
    super({
      conversation: null,
      messages: [],
      pending: [],
      suggestions: null,
      context: null,
      approvals: [],
      saved: [],
      problem: null,
    });
  }

  /** Reads everything; also after the line was down. */
  readonly load = async (): Promise<void> => {
    try {
      const detail = await readConversation(this.id);
      this.watermark = Math.max(this.watermark, newestSeq(detail.messages));
      this.set({
        ...this.current(),
        conversation: detail.conversation,
        messages: mergeMessages(this.current().messages, detail.messages),
        suggestions: detail.suggestions,
        context: detail.context,
        approvals: detail.approvals,
        saved: detail.saved,
        problem: null,
      });
    } catch (error) {
      this.set({ ...this.current(), problem: asProblem(error) });
    }
  };

  /** The hub told that the conversation changed. */
  readonly told = (conversation: ConversationSummary, lastSeq: number): void => {
    this.set({ ...this.current(), conversation });
    if (lastSeq > this.watermark) void this.catchUp();
    this.refreshContextSoon();
  };

  readonly suggested = (suggestions: SuggestionSet): void => {
    this.set({ ...this.current(), suggestions });
    this.refreshContextSoon();
  };

  readonly accept = async (): Promise<void> => this.settle((await acceptConversation(this.id)).conversation);

  readonly returnToBot = async (): Promise<void> =>
    this.settle((await returnToBot(this.id, this.epoch)).conversation);

  readonly close = async (outcome: Outcome, tag: string | null): Promise<void> =>
    this.settle((await closeConversation(this.id, this.epoch, outcome, tag)).conversation);

  readonly transfer = async (toAgentId: string | null, note: string): Promise<void> =>
    this.settle((await transferConversation(this.id, this.epoch, toAgentId, note)).conversation);

  readonly ask = async (asked: { case: string; yuan: number; reason: string }): Promise<void> => {
    const { approval } = await askApproval(this.id, asked);
    this.set({ ...this.current(), approvals: [...this.current().approvals, approval] });
  };

  readonly withdraw = async (approvalId: string): Promise<void> => {
    await withdrawApproval(this.id, approvalId);
    await this.load();
  };

  /** Promises to come back to the buyer at a time. */
  readonly plan = async (dueAt: string, note: string): Promise<void> =>
    void (await planFollowUp(this.id, { epoch: this.epoch, dueAt, note }));

  /** Puts a reply into the editors' inbox. Resolves to whether it was not there yet. */
  readonly saveReply = async (seq: number, note: string): Promise<boolean> => {
    const { added } = await saveReply(this.id, seq, note);
    this.set({ ...this.current(), saved: [...this.current().saved, seq] });
    return added;
  };

  /** Sends a reply and shows it at once. Throws when the server refuses it; a lost line leaves it here to be retried. */
  readonly send = (text: string, origin: Origin): Promise<void> =>
    this.deliver({ clientId: newClientId(), text, origin, failed: false });

  /** Sends a reply again that did not get through; its id lets the server recognise one that had arrived after all. */
  readonly retry = (clientId: string): Promise<void> => {
    const reply = this.current().pending.find((each) => each.clientId === clientId);
    return reply ? this.deliver({ ...reply, failed: false }) : Promise.resolve();
  };

  dispose(): void {
    window.clearTimeout(this.contextTimer);
  }

  private get epoch(): number {
    return this.current().conversation?.epoch ?? 0;
  }

  private async deliver(reply: PendingReply): Promise<void> {
    const others = () => this.current().pending.filter((each) => each.clientId !== reply.clientId);
    this.set({ ...this.current(), pending: [...others(), reply] });
    this.sending++;
    try {
      const { clientId, text, origin } = reply;
      const { message } = await sendReply(this.id, { epoch: this.epoch, text, clientId, ...origin });
      this.set({
        ...this.current(),
        pending: others(),
        messages: mergeMessages(this.current().messages, [message]),
      });
    } catch (error) {
      const problem = asProblem(error);
      const lost = problem.unreachable || problem.status >= 500;
      this.set({ ...this.current(), pending: lost ? [...others(), { ...reply, failed: true }] : others() });
      if (!lost) throw problem;
    } finally {
      this.sending--;
      void this.catchUp();
    }
  }

  /** Fetches what came after the watermark. Waits for a reply under way, or it would stand there twice for a moment. */
  private async catchUp(): Promise<void> {
    if (this.fetching || this.sending > 0) {
      this.fetchAgain = true;
      return;
    }
    this.fetching = true;
    this.fetchAgain = false;
    try {
      const { messages, watermark } = await readMessages(this.id, this.watermark);
      this.watermark = Math.max(this.watermark, watermark);
      this.set({ ...this.current(), messages: mergeMessages(this.current().messages, messages) });
    } catch {
      // The line is down; when it comes back everything is read anew.
    } finally {
      this.fetching = false;
      if (this.fetchAgain) void this.catchUp();
    }
  }

  private settle(conversation: ConversationSummary): void {
    this.set({ ...this.current(), conversation });
    this.changed(conversation);
    void this.catchUp();
    this.refreshContextSoon();
  }

  /** What is known about the buyer changes with every turn, but nobody needs it within milliseconds. */
  private refreshContextSoon(): void {
    window.clearTimeout(this.contextTimer);
    this.contextTimer = window.setTimeout(() => void this.load(), contextDelay);
  }
}
