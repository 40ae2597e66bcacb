import { useSyncExternalStore } from 'react';
import { clockText, deadlineUrgency } from '../conversations/list/waiting';
import { useDeskContext } from '../live/DeskContext';
import { useNow } from '../live/useNow';
import { ClockPill } from '../shell/ClockPill';
import { useText } from '../text/ConsoleTextContext';

/** How long a promise has left, running. */
export function DeadlineClock({ deadline }: { deadline: string }) {
  const { text } = useText();
  const { store } = useDeskContext();
  const { clockOffset } = useSyncExternalStore(store.subscribe, store.current);
  const left = Math.floor((Date.parse(deadline) - useNow() - clockOffset) / 1000);
  const words = left < 0 ? text.promises.overdue(clockText(-left)) : text.promises.left(clockText(left));
  return <ClockPill urgency={deadlineUrgency(left)}>{words}</ClockPill>;
}
