import { ConnectionStatus, type DirectLine } from 'botframework-directlinejs';
import { asProblem } from '../../http/Problem';
import type { ChatState } from './ChatState';
import { openDirectLine } from './openDirectLine';
import { requestToken } from './requestToken';
import { retryDelay } from './retryDelay';

/** How long a broken line goes unmentioned, in milliseconds. */
const mentionAfter = 1_500;
/** How long the Direct Line client may try to repair its stream before a new connection takes over, in milliseconds. */
const replaceAfter = 8_000;
/** How the server closes the oldest socket of a conversation that is open in too many places at once. */
const replacedReason = 'replaced by a newer connection';

/**
 * Keeps the buyer connected: gets the token, opens Direct Line, says when the line is down, and replaces the connection
 * when the client cannot repair it (token expired during sleep, server restarted). A store for React to subscribe to.
 */
export class ChatConnector {
  private state: ChatState = { phase: 'connecting' };
  private readonly listeners = new Set<() => void>();
  /** Rises with every connection, so that what an older one still reports is not heard. */
  private generation = 0;
  private attempt = 0;
  private mentionTimer = 0;
  private renewTimer = 0;

  constructor() {
    window.addEventListener('online', () => this.renewIfDown());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.renewIfDown();
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): ChatState => this.state;

  /** Connects from nothing: at start, after a failure, or to take the conversation back from another tab. */
  readonly start = (): void => {
    this.attempt = 0;
    this.set({ phase: 'connecting' });
    void this.connect();
  };

  /** Connects anew at once, keeping the transcript on the screen. */
  readonly renew = (): void => {
    this.attempt = 0;
    void this.connect();
  };

  private async connect(): Promise<void> {
    const generation = ++this.generation;
    this.clearTimers();
    try {
      const token = await requestToken();
      if (generation !== this.generation) return;
      const directLine = openDirectLine(token, {
        opened: () => generation === this.generation && this.lineUp(),
        closed: (reason) => {
          if (generation !== this.generation) return;
          if (reason === replacedReason) this.standBack();
          else this.lineDown();
        },
      });
      this.watchStatus(directLine, generation);
      this.set({ phase: 'open', token, directLine, line: this.state.phase === 'open' ? this.state.line : 'connecting' });
    } catch (error) {
      if (generation !== this.generation) return;
      if (this.state.phase === 'open') this.renewLater();
      else this.set({ phase: 'failed', problem: asProblem(error) });
    }
  }

  private watchStatus(directLine: DirectLine, generation: number): void {
    directLine.connectionStatus$.subscribe((status) => {
      if (generation !== this.generation || status < ConnectionStatus.ExpiredToken) return;
      this.mention();
      this.renewLater();
    });
  }

  private lineUp(): void {
    this.attempt = 0;
    this.clearTimers();
    if (this.state.phase === 'open' && this.state.line !== 'online') this.set({ ...this.state, line: 'online' });
  }

  private lineDown(): void {
    window.clearTimeout(this.mentionTimer);
    this.mentionTimer = window.setTimeout(() => this.mention(), mentionAfter);
    if (!this.renewTimer) this.renewTimer = window.setTimeout(() => void this.connect(), replaceAfter);
  }

  private mention(): void {
    if (this.state.phase === 'open' && this.state.line !== 'offline') this.set({ ...this.state, line: 'offline' });
  }

  private renewLater(): void {
    window.clearTimeout(this.renewTimer);
    this.renewTimer = window.setTimeout(() => void this.connect(), retryDelay(this.attempt++));
  }

  private renewIfDown(): void {
    if (this.state.phase === 'failed') this.start();
    else if (this.state.phase === 'open' && this.state.line === 'offline') this.renew();
  }

  private standBack(): void {
    if (this.state.phase === 'elsewhere') return;
    this.generation++;
    this.clearTimers();
    if (this.state.phase === 'open') this.state.directLine.end();
    this.set({ phase: 'elsewhere' });
  }

  private clearTimers(): void {
    window.clearTimeout(this.mentionTimer);
    window.clearTimeout(this.renewTimer);
    this.mentionTimer = 0;
    this.renewTimer = 0;
  }

  private set(state: ChatState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
