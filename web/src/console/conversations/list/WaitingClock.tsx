import { useSyncExternalStore } from 'react';
import { useDeskContext } from '../../live/DeskContext';
import { useNow } from '../../live/useNow';
import { useText } from '../../text/ConsoleTextContext';
import { ClockPill } from '../../shell/ClockPill';
import { clockText, secondsBetween, waitingUrgency } from './waiting';

/** How long a buyer has been waiting, running, in the colour of its urgency. */
export function WaitingClock({ since }: { since: string }) {
  const { text } = useText();
  const { store } = useDeskContext();
  const { clockOffset } = useSyncExternalStore(store.subscribe, store.current);
  const seconds = secondsBetween(Date.parse(since), useNow() + clockOffset);
  const urgency = waitingUrgency(seconds);
  return (
    <ClockPill urgency={urgency} role="timer" aria-label={text.list.waited(clockText(seconds))} data-testid="waiting-clock">
      {clockText(seconds)}
    </ClockPill>
  );
}
