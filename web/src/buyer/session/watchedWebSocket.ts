export interface SocketObserver {
  opened: () => void;
  closed: (reason: string) => void;
}

/**
 * A WebSocket class that tells when a socket opens or closes. The Direct Line client repairs its stream without
 * changing its status, so this is the only way to tell the buyer that the line is down.
 */
export function watchedWebSocket(observer: SocketObserver): typeof WebSocket {
  return class WatchedWebSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('open', observer.opened);
      this.addEventListener('close', ({ reason }) => observer.closed(reason));
    }
  };
}
