import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { type Approvals, answerApproval, readApprovals } from '../api/boardApi';
import { useReread } from '../live/useReread';
import type { Route } from '../routing/route';
import { Pill } from '../shell/Pill';
import { useAttempt } from '../shell/useAttempt';
import { useText } from '../text/ConsoleTextContext';
import { timeText } from '../conversations/transcript/timeText';
import styles from './ApprovalsPanel.module.css';

const pace = { settle: 400 };
const lately = 5;
const tones = { granted: 'calm', refused: 'late', withdrawn: 'plain', open: 'warn' } as const;

/** What agents ask to be allowed: yes, no, or another amount; below it what was answered lately. */
export function ApprovalsPanel({ go }: { go: (route: Route) => void }) {
  const { text, language } = useText();
  const attempt = useAttempt();
  const { value, reload } = useReread(readApprovals, pace);
  const words = text.approval;
  if (!value || (value.open.length === 0 && value.answered.length === 0)) return null;

  const answer = (id: string, how: Parameters<typeof answerApproval>[1]) =>
    attempt(async () => {
      await answerApproval(id, how);
    }).then(reload);

  return (
    <section className={styles.panel} aria-label={words.board} data-testid="board-approvals">
      <h3>
        {words.board} {value.open.length > 0 && <Pill tone="warn">{words.waiting(value.open.length)}</Pill>}
      </h3>
      <ul>
        {value.open.map((asked) => (
          <OpenRequest key={asked.approval.id} asked={asked} go={go} answer={answer} />
        ))}
        {value.answered.slice(0, lately).map((each) => (
          <li key={each.id} className={styles.done} data-testid="board-approval-done" data-state={each.state}>
            <Pill tone={tones[each.state]}>{words.state[each.state]}</Pill>
            <span>
              {each.askedBy.displayName} · {words.asked(each.case, each.askedYuan)}
              {each.grantedYuan ? ` → ${words.amount(each.grantedYuan)}` : ''}
            </span>
            <time dateTime={each.answeredAt ?? ''}>
              {each.answeredBy?.displayName} {timeText(each.answeredAt ?? each.askedAt, language)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RequestProps {
  asked: Approvals['open'][number];
  go: (route: Route) => void;
  answer: (id: string, how: Parameters<typeof answerApproval>[1]) => Promise<void>;
}

function OpenRequest({ asked: { approval, maxYuan }, go, answer }: RequestProps) {
  const { text, language } = useText();
  const [yuan, setYuan] = useState<number | null>(approval.askedYuan);
  const [busy, setBusy] = useState(false);
  const words = text.approval;
  const above = yuan !== null && maxYuan !== null && yuan > maxYuan;
  const run = (how: Parameters<typeof answerApproval>[1]) => {
    setBusy(true);
    void answer(approval.id, how).finally(() => setBusy(false));
  };

  return (
    <li className={styles.open} data-testid="board-approval" data-conversation={approval.conversationId}>
      <div className={styles.what}>
        <b>{words.asked(approval.case, approval.askedYuan)}</b>
        <p>{approval.reason}</p>
        <span className={styles.who}>
          {approval.askedBy.displayName} {timeText(approval.askedAt, language)}
          {maxYuan !== null && ` · ${words.ceiling(maxYuan)}`}
        </span>
      </div>
      <Button size="small" onClick={() => go({ page: 'conversations', conversationId: approval.conversationId })}>
        {text.board.open}
      </Button>
      <div className={styles.answer}>
        <InputNumber
          size="small"
          min={0.01}
          precision={2}
          value={yuan}
          status={above ? 'error' : ''}
          suffix={words.unit}
          aria-label={words.granted}
          data-testid="approval-grant-yuan"
          onChange={setYuan}
        />
        <Button
          size="small"
          type="primary"
          disabled={busy || !yuan}
          data-testid="approval-grant"
          onClick={() => run({ granted: true, yuan: yuan ?? approval.askedYuan })}
        >
          {yuan === approval.askedYuan ? words.yes : words.yesBut}
        </Button>
        <Button size="small" danger disabled={busy} data-testid="approval-refuse" onClick={() => run({ granted: false })}>
          {words.no}
        </Button>
        {above && (
          <span className={styles.above} role="alert">
            {words.above(approval.case, maxYuan)}
          </span>
        )}
      </div>
    </li>
  );
}
