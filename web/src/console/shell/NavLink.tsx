import type { MouseEvent, ReactNode } from 'react';
import { type Route, formatRoute } from '../routing/route';
import styles from './NavLink.module.css';

interface Props {
  route: Route;
  current: Route;
  go: (route: Route) => void;
  testId: string;
  /** Whether the link stands for the page shown; by default it does when the pages are the same. */
  here?: boolean;
  children: ReactNode;
}

/** A real link, so that it opens in another tab as well; a plain click stays in the page. */
export function NavLink({ route, current, go, testId, here = route.page === current.page, children }: Props) {
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    if (formatRoute(route) !== formatRoute(current)) go(route);
  };
  return (
    <a
      className={styles.link}
      href={formatRoute(route)}
      aria-current={here ? 'page' : undefined}
      data-testid={testId}
      onClick={follow}
    >
      {children}
    </a>
  );
}
