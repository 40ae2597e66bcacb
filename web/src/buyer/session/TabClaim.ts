/**
 * The program keeps one socket for one conversation. Of several tabs of the same buyer, the one that claimed last has
 * it; the others are told, so that they stand back instead of taking the socket from each other in turn.
 */
export class TabClaim {
  private readonly channel = new BroadcastChannel('replybot.chat');

  constructor(lost: () => void) {
    this.channel.onmessage = lost;
  }

  take(): void {
    this.channel.postMessage('claim');
  }
}
