import { type HubConnection, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { unauthorizedEvent } from '../../http/requestJson';
import { readMe } from '../api/accountApi';
import type { ConversationSummary, SuggestionSet } from '../api/types';
import { Store } from './Store';

export type LineStatus = 'connecting' | 'online' | 'offline';

/** What the hub tells. Rows are small; whoever needs more reads it back from the API. */
export interface DeskEvents {
  conversationChanged: (change: { conversation: ConversationSummary; lastSeq: number }) => void;
  suggestionsReady: (ready: { conversationId: string; suggestions: SuggestionSet }) => void;
  bulletinWritten: (written: { id: number }) => void;
  buyerTyping: (typing: { conversationId: string }) => void;
  presenceChanged: (change: { agentId: string }) => void;
}

/** Milliseconds between attempts to come back, by attempt; the last one for ever after. */
const pauses = [0, 1_000, 2_000, 5_000];

/**
 * Milliseconds after which a sign of life is due: shorter than the server's own, so that each of those is answered at once, without
 * a timer, which browsers slow down in tabs that nobody sees.
 */
const signOfLife = 2_000;

/** Milliseconds of silence after which the server is taken for gone; it speaks every four seconds. */
const longestSilence = 12_000;

const pauseBefore = (attempt: number) => pauses[Math.min(attempt, pauses.length - 1)] as number;

/**
 * The live line to the desk. It never gives up; after every gap it says `resync`, because the hub repeats nothing and
 * everybody has to read back what was missed.
 */
export class DeskConnection extends Store<LineStatus> {
  private readonly hub: HubConnection = new HubConnectionBuilder()
    .withUrl('/hubs/desk')
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => pauseBefore(previousRetryCount) })
    .withKeepAliveInterval(signOfLife)
    .withServerTimeout(longestSilence)
    .configureLogging(LogLevel.None)
    .build();
  private readonly resyncs = new Set<() => void>();
  private stopped = false;

  constructor() {
    super('connecting');
    this.hub.onreconnecting(() => this.lineDown());
    this.hub.onreconnected(() => this.lineUp());
    this.hub.onclose(() => !this.stopped && void this.open());
  }

  on<Name extends keyof DeskEvents>(name: Name, handler: DeskEvents[Name]): () => void {
    this.hub.on(name, handler);
    return () => this.hub.off(name, handler);
  }

  /** Calls back whenever the line has come up, the first time included, or when it could not be had at first. */
  onResync(handler: () => void): () => void {
    this.resyncs.add(handler);
    return () => this.resyncs.delete(handler);
  }

  async open(): Promise<void> {
    this.stopped = false;
    for (let attempt = 0; !this.stopped; attempt++) {
      await new Promise((resolve) => setTimeout(resolve, pauseBefore(attempt)));
      try {
        await this.hub.start();
        this.lineUp();
        return;
      } catch {
        this.lineDown();
        // What there is can be read without a line.
        if (attempt === 0) this.resync();
      }
    }
  }

  async close(): Promise<void> {
    this.stopped = true;
    await this.hub.stop();
  }

  /** Cut lines are ended sessions as often as broken ones; asking anything tells which. */
  private lineDown(): void {
    this.set('offline');
    void readMe().then((me) => !me.signedIn && window.dispatchEvent(new Event(unauthorizedEvent)), () => undefined);
  }

  private lineUp(): void {
    this.set('online');
    this.resync();
  }

  private resync(): void {
    for (const read of this.resyncs) read();
  }
}
