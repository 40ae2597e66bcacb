import { Button } from 'antd';
import { useState } from 'react';
import { acceptConversation, declineConversation } from '../../api/deskApi';
import type { ConversationSummary } from '../../api/types';
import { useDeskContext } from '../../live/DeskContext';
import { useShortcuts } from '../../routing/useShortcuts';
import { useAttempt } from '../../shell/useAttempt';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import { buyerName } from '../buyerName';
import styles from './OfferCard.module.css';
import { WaitingClock } from './WaitingClock';

interface Props {
  offered: ConversationSummary;
  open: (id: string) => void;
  /** The buyer was taken. */
  accepted: () => void;
}

/** The waiting buyer whose turn it is for this agent: to be taken, or passed on at once instead of after a minute. */
export function OfferCard({ offered, open, accepted }: Props) {
  const { text } = useText();
  const { store } = useDeskContext();
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);

  const answer = (ask: typeof acceptConversation, then: () => void) => {
    if (busy) return;
    setBusy(true);
    void attempt(async () => {
      store.apply((await ask(offered.id)).conversation);
      then();
    }).finally(() => setBusy(false));
  };
  const take = () =>
    answer(acceptConversation, () => {
      accepted();
      open(offered.id);
    });
  const pass = () => answer(declineConversation, () => {});
  useShortcuts({ 'Alt+O': take, 'Alt+P': pass });

  return (
    <section className={styles.card} aria-label={text.offer.heading} role="status" data-testid="offer" data-conversation={offered.id}>
      <div className={styles.line}>
        <b>{text.offer.heading}</b>
        {offered.waitingSince && <WaitingClock since={offered.waitingSince} />}
      </div>
      <button type="button" className={styles.who} onClick={() => open(offered.id)}>
        <b>{buyerName(offered.buyer)}</b> {offered.lastText}
      </button>
      {offered.waitingReason && <span className={styles.why}>{nameOf(text.names.reason, offered.waitingReason)}</span>}
      <div className={styles.actions}>
        <Button size="small" type="primary" title="Alt+O" disabled={busy} data-testid="offer-accept" onClick={take}>
          {text.conversation.accept}
        </Button>
        <Button size="small" title="Alt+P" disabled={busy} data-testid="offer-decline" onClick={pass}>
          {text.offer.pass}
        </Button>
      </div>
    </section>
  );
}
