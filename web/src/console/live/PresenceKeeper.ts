import { readPresence, setPresence } from '../api/deskApi';
import type { AwayReason, OwnPresence } from '../api/types';
import { Store } from './Store';

export interface PresenceState {
  presence: OwnPresence;
  /** A rest was offered after a dispute and neither taken nor declined. */
  restOffered: boolean;
}

const atWork: OwnPresence = { online: true, since: null, until: null, reason: null, serverTime: '' };

/** How long the rest after a dispute is, in seconds. */
export const restSeconds = 60;

/** On duty or on a break, as the server has it: the same in every browser of the agent, and after a reload. */
export class PresenceKeeper extends Store<PresenceState> {
  private timer = 0;

  constructor() {
    super({ presence: atWork, restOffered: false });
  }

  readonly load = async (): Promise<void> => {
    try {
      this.take(await readPresence());
    } catch {
      // The line is down; when it comes back this is read anew.
    }
  };

  readonly comeBack = async (): Promise<void> => this.take(await setPresence(true));

  readonly leave = async (reason: AwayReason, seconds?: number): Promise<void> => {
    this.set({ ...this.current(), restOffered: false });
    this.take(await setPresence(false, reason, seconds));
  };

  readonly offerRest = (): void => {
    if (this.current().presence.online) this.set({ ...this.current(), restOffered: true });
  };

  readonly declineRest = (): void => this.set({ ...this.current(), restOffered: false });

  dispose(): void {
    window.clearTimeout(this.timer);
  }

  private take(presence: OwnPresence): void {
    this.set({ ...this.current(), presence });
    window.clearTimeout(this.timer);
    if (!presence.until) return;
    const left = Date.parse(presence.until) - Date.parse(presence.serverTime);
    this.timer = window.setTimeout(() => void this.load(), left + 200);
  }
}
