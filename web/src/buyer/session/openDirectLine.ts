import { DirectLine } from 'botframework-directlinejs';
import type { ChatToken } from './ChatToken';
import { type SocketObserver, watchedWebSocket } from './watchedWebSocket';

/** The client waits 3 s plus up to 12 s times this number before it repairs a broken stream. */
const retrySpread = 0.15;

/**
 * A Direct Line connection to the program itself. A resumed conversation starts from watermark 0, so that its whole
 * transcript comes back; Web Chat recognises by their ids the activities that it already shows.
 */
export function openDirectLine(token: ChatToken, observer: SocketObserver): DirectLine {
  return new DirectLine({
    token: token.token,
    domain: `${window.location.origin}/v3/directline`,
    webSocket: true,
    ...(token.resumed ? { conversationId: token.conversationId, watermark: '0' } : {}),
    WebSocket: watchedWebSocket(observer),
    random: () => Math.random() * retrySpread,
  });
}
