import { CheckCircleOutlined, RobotOutlined, SafetyCertificateOutlined, SwapOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo } from 'react';
import type { ConversationSummary } from '../../api/types';
import { Pill } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import { buyerName } from '../buyerName';
import { EmotionTag } from '../list/EmotionTag';
import { LaneTag } from '../list/LaneTag';
import { WaitingClock } from '../list/WaitingClock';
import styles from './ConversationHeader.module.css';

interface Props {
  conversation: ConversationSummary;
  mine: boolean;
  busy: boolean;
  returnToBot: () => void;
  transfer: () => void;
  ask: () => void;
  close: () => void;
}

/** Whose conversation this is and what can be done with it as a whole. */
export const ConversationHeader = memo(function ConversationHeader({ conversation, mine, busy, returnToBot, transfer, ask, close }: Props) {
  const { text } = useText();
  const { state, agent, waitingSince } = conversation;
  return (
    <header className={styles.header}>
      <h2 data-testid="buyer-name">{buyerName(conversation.buyer)}</h2>
      <Pill data-testid="conversation-state" data-state={state}>
        {state === 'assigned' && agent ? agent.displayName : nameOf(text.names.state, state)}
      </Pill>
      <span className={styles.channel}>{nameOf(text.names.channel, conversation.channel)}</span>
      <EmotionTag emotion={conversation.emotion} />
      {conversation.unanswered && <LaneTag lane={conversation.lane} />}
      {state === 'waiting' && waitingSince && <WaitingClock since={waitingSince} />}
      <span className={styles.space} />
      {mine && (
        <>
          <Button icon={<SafetyCertificateOutlined />} disabled={busy} data-testid="ask-approval" title="Alt+Q" onClick={ask}>
            {text.approval.action}
          </Button>
          <Button icon={<SwapOutlined />} disabled={busy} data-testid="transfer" title="Alt+T" onClick={transfer}>
            {text.transfer.action}
          </Button>
          <Button icon={<RobotOutlined />} disabled={busy} data-testid="return-to-bot" title="Alt+R" onClick={returnToBot}>
            {text.conversation.returnToBot}
          </Button>
          <Button icon={<CheckCircleOutlined />} disabled={busy} data-testid="close" title="Alt+X" onClick={close}>
            {text.conversation.close}
          </Button>
        </>
      )}
    </header>
  );
});
