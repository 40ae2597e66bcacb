import { Button } from 'antd';
import { useSyncExternalStore } from 'react';
import { clockText, secondsBetween } from '../conversations/list/waiting';
import { useDeskContext } from '../live/DeskContext';
import { restSeconds } from '../live/PresenceKeeper';
import { useNow } from '../live/useNow';
import { useText } from '../text/ConsoleTextContext';
import { breath } from './breathing';
import styles from './RestCard.module.css';
import { useAttempt } from './useAttempt';

/** After a dispute: a minute of rest is offered, and while it lasts a calm breath is shown. Nothing else is in the way. */
export function RestCard() {
  const { text } = useText();
  const { presence: keeper } = useDeskContext();
  const { presence, restOffered } = useSyncExternalStore(keeper.subscribe, keeper.current);
  const attempt = useAttempt();

  if (restOffered) {
    return (
      <section className={styles.card} role="status" aria-label={text.rest.heading} data-testid="rest-offer">
        <h3>{text.rest.heading}</h3>
        <p>{text.rest.offer}</p>
        <div className={styles.actions}>
          <Button type="primary" data-testid="rest-take" onClick={() => void attempt(() => keeper.leave('rest', restSeconds))}>
            {text.rest.take}
          </Button>
          <Button data-testid="rest-decline" onClick={keeper.declineRest}>
            {text.rest.decline}
          </Button>
        </div>
      </section>
    );
  }
  if (presence.online || presence.reason !== 'rest' || !presence.until) return null;
  return (
    <section className={styles.card} aria-label={text.rest.heading} data-testid="resting">
      <Breathing since={presence.since ?? ''} until={presence.until} />
      <p>{text.rest.cue}</p>
      <Button data-testid="rest-end" onClick={() => void attempt(keeper.comeBack)}>
        {text.rest.end}
      </Button>
    </section>
  );
}

function Breathing({ since, until }: { since: string; until: string }) {
  const { text } = useText();
  const { store } = useDeskContext();
  const { clockOffset } = useSyncExternalStore(store.subscribe, store.current);
  const now = useNow() + clockOffset;
  const { phase, left } = breath(secondsBetween(Date.parse(since), now));
  return (
    <h3>
      {text.rest[phase]} {left} · <span role="timer">{clockText(secondsBetween(now, Date.parse(until)))}</span>
    </h3>
  );
}
