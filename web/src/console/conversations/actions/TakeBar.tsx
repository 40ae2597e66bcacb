import { CustomerServiceOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ConversationSummary } from '../../api/types';
import { useText } from '../../text/ConsoleTextContext';
import styles from './TakeBar.module.css';

interface Props {
  conversation: ConversationSummary;
  busy: boolean;
  accept: () => void;
}

/** Stands in the place of the draft as long as the agent does not hold the conversation. */
export function TakeBar({ conversation, busy, accept }: Props) {
  const { text } = useText();
  const { state, agent } = conversation;
  const held = state === 'assigned';
  const explanation = {
    waiting: text.conversation.waits,
    bot: text.conversation.botHolds,
    closed: text.conversation.closed,
    assigned: text.conversation.heldBy(agent?.displayName ?? ''),
  }[state];

  return (
    <div className={styles.bar} data-testid="take-bar">
      <span>{explanation}</span>
      {!held && state !== 'closed' && (
        <Button
          type="primary"
          size="large"
          icon={<CustomerServiceOutlined />}
          loading={busy}
          data-testid="accept"
          onClick={accept}
        >
          {state === 'waiting' ? text.conversation.accept : text.conversation.takeOver} <kbd>Alt A</kbd>
        </Button>
      )}
    </div>
  );
}
