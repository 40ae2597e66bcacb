import { useCallback, useSyncExternalStore } from 'react';
import { type Route, formatRoute, parseRoute } from './route';

const moved = 'replybot:moved';

const subscribe = (listener: () => void) => {
  window.addEventListener('popstate', listener);
  window.addEventListener(moved, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(moved, listener);
  };
};

const address = () => window.location.pathname + window.location.search;

/** The page shown, and the way to another; the browser's back and forward buttons work. */
export function useRoute(): [Route, (route: Route) => void] {
  useSyncExternalStore(subscribe, address);
  const go = useCallback((route: Route) => {
    const next = formatRoute(route);
    if (next === address()) return;
    window.history.pushState(null, '', next);
    window.dispatchEvent(new Event(moved));
  }, []);
  return [parseRoute(window.location.pathname, window.location.search), go];
}
