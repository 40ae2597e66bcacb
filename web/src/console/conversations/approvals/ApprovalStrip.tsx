import { Button } from 'antd';
import { memo } from 'react';
import type { Approval } from '../../api/types';
import { Pill, type Tone } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import { timeText } from '../transcript/timeText';
import styles from './ApprovalStrip.module.css';

interface Props {
  approvals: readonly Approval[];
  /** The agent who looks. */
  me: string;
  withdraw: (id: string) => void;
}

/** What was granted may be promised for a day; older answers say nothing any more. */
const validity = 24 * 60 * 60 * 1_000;
const tones: Record<Approval['state'], Tone> = { open: 'warn', granted: 'calm', refused: 'late', withdrawn: 'plain' };

/** How far the newest request for approval of this conversation is. */
export const ApprovalStrip = memo(function ApprovalStrip({ approvals, me, withdraw }: Props) {
  const { text, language } = useText();
  const newest = approvals.at(-1);
  if (!newest || newest.state === 'withdrawn') return null;
  if (newest.answeredAt && Date.now() - Date.parse(newest.answeredAt) > validity) return null;
  return (
    <section className={styles.strip} role="status" aria-label={text.approval.heading} data-testid="approval" data-state={newest.state}>
      <Pill tone={tones[newest.state]}>{text.approval.state[newest.state]}</Pill>
      <span className={styles.text}>
        {text.approval.asked(newest.case, newest.askedYuan)}
        {newest.state === 'granted' && newest.grantedYuan !== null && <b> → {text.approval.amount(newest.grantedYuan)}</b>}
        {newest.note && ` · ${newest.note}`}
        {newest.state === 'granted' && ` · ${text.approval.valid}`}
      </span>
      <span className={styles.who}>
        {newest.answeredBy ? newest.answeredBy.displayName : newest.askedBy.displayName}{' '}
        {timeText(newest.answeredAt ?? newest.askedAt, language)}
      </span>
      {newest.state === 'open' && newest.askedBy.id === me && (
        <Button size="small" data-testid="approval-withdraw" onClick={() => withdraw(newest.id)}>
          {text.approval.withdraw}
        </Button>
      )}
    </section>
  );
});
