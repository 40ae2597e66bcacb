import { Button } from 'antd';
import { useText } from '../../text/ConsoleTextContext';
import type { PendingReply } from '../OpenConversation';
import row from './MessageRow.module.css';
import styles from './PendingRow.module.css';

interface Props {
  reply: PendingReply;
  retry: (clientId: string) => void;
}

/** A reply that the server has not confirmed yet. */
export function PendingRow({ reply, retry }: Props) {
  const { text } = useText();
  return (
    <li className={`${row.row} ${row.agent}`} data-testid="pending" data-failed={reply.failed}>
      <div className={`${row.bubble} ${styles.pending}`}>
        <span className={row.text}>{reply.text}</span>
      </div>
      {reply.failed ? (
        <span className={styles.failed} role="alert">
          {text.transcript.notSent}
          <Button type="link" size="small" data-testid="send-again" onClick={() => retry(reply.clientId)}>
            {text.transcript.sendAgain}
          </Button>
        </span>
      ) : (
        <span className={styles.sending}>{text.transcript.sending}</span>
      )}
    </li>
  );
}
