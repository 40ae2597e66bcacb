import { useCallback, useSyncExternalStore } from 'react';
import { isHeld, leavePage } from './leaving';
import { type Route, formatRoute, parseRoute } from './route';

const moved = 'replybot:moved';

const address = () => window.location.pathname + window.location.search;

/** What is shown, for going back to it when the browser's own button was pressed and somebody would rather stay. */
let shown = address();

function move(next: string): void {
  window.history.pushState(null, '', next);
  shown = next;
  window.dispatchEvent(new Event(moved));
}

const subscribe = (listener: () => void) => {
  const back = () => {
    const wanted = address();
    if (isHeld()) {
      window.history.pushState(null, '', shown);
      leavePage(() => move(wanted));
    } else {
      shown = wanted;
      listener();
    }
  };
  window.addEventListener('popstate', back);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', back);
    window.removeEventListener(moved, listener);
  };
};

/** The page shown, and the way to another; the browser's back and forward buttons work. Unsaved changes are asked for first. */
export function useRoute(): [Route, (route: Route) => void] {
  useSyncExternalStore(subscribe, address);
  const go = useCallback((route: Route) => {
    const next = formatRoute(route);
    if (next !== address()) leavePage(() => move(next));
  }, []);
  return [parseRoute(window.location.pathname, window.location.search), go];
}
