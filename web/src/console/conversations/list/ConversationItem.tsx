import { UserOutlined } from '@ant-design/icons';
import { Badge } from 'antd';
import { memo } from 'react';
import type { ConversationSummary } from '../../api/types';
import { DeadlineClock } from '../../promises/DeadlineClock';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import { buyerName } from '../buyerName';
import { timeText } from '../transcript/timeText';
import { EmotionTag } from './EmotionTag';
import { LaneTag } from './LaneTag';
import { WaitingClock } from './WaitingClock';
import styles from './ConversationItem.module.css';

interface Props {
  row: ConversationSummary;
  mine: boolean;
  unseen: number;
  selected: boolean;
  open: (id: string) => void;
}

/** One conversation in a list: who, how long, the last words, and what needs attention. */
export const ConversationItem = memo(function ConversationItem({ row, mine, unseen, selected, open }: Props) {
  const { text, language } = useText();
  const name = buyerName(row.buyer);
  const held = row.state === 'assigned' && !mine && row.agent;
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        aria-current={selected}
        data-testid={`conversation-${row.id}`}
        data-state={row.state}
        data-conversation
        onClick={() => open(row.id)}
      >
        <Badge count={unseen} size="small" title={unseen ? text.list.unseen(unseen) : ''} data-testid="unread">
          <span className={`${styles.avatar} ${styles[row.state]}`} aria-hidden="true">
            {row.buyer.name ? Array.from(row.buyer.name)[0] : <UserOutlined />}
          </span>
        </Badge>
        <span className={styles.body}>
          <span className={styles.line}>
            <span className={styles.name}>{name}</span>
            {row.state === 'waiting' && row.waitingSince ? (
              <WaitingClock since={row.waitingSince} />
            ) : (
              <time className={styles.time} dateTime={row.lastAt}>
                {timeText(row.lastAt, language)}
              </time>
            )}
          </span>
          <span className={styles.last}>{row.lastText || text.list.picture}</span>
          <span className={styles.tags}>
            <span>{nameOf(text.names.channel, row.channel)}</span>
            {row.stage && <span>{nameOf(text.names.stage, row.stage)}</span>}
            {row.unanswered && <LaneTag lane={row.lane} />}
            {held && <span className={styles.state}>{text.list.by(held.displayName)}</span>}
            {(row.state === 'bot' || row.state === 'closed') && <span className={styles.state}>{nameOf(text.names.state, row.state)}</span>}
            {mine && row.unanswered && <span className={styles.todo}>{text.list.openQuestion}</span>}
            {row.promiseAlertedAt && row.promiseDeadline && <DeadlineClock deadline={row.promiseDeadline} />}
            {row.asksApproval && <span className={styles.todo}>{text.list.asksApproval}</span>}
            <EmotionTag emotion={row.emotion} />
          </span>
        </span>
      </button>
    </li>
  );
});
