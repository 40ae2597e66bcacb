import type { PastHandoff } from '../../api/types';
import { Pill, type Tone } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import { timeText } from '../transcript/timeText';
import styles from './ContextPanel.module.css';
import { Section } from './Section';

const tones: Record<string, Tone> = { solved: 'calm', unsolved: 'late' };

/** When people served this buyer before: what it was about, and how it ended. */
export function History({ history }: { history: readonly PastHandoff[] }) {
  const { text, language } = useText();
  return (
    <Section heading={text.context.history}>
      {history.length === 0 && <span className={styles.none}>{text.context.first}</span>}
      {history.map((past) => (
        <div key={past.closedAt} className={styles.past} data-testid="past-handoff">
          <div className={styles.pair}>
            <span>
              <Pill tone={tones[past.outcome ?? ''] ?? 'plain'}>{past.outcome ? text.context.outcome[past.outcome] : text.context.returned}</Pill>
              {past.tag && <Pill>{past.tag}</Pill>}
            </span>
            <time className={styles.none} dateTime={past.closedAt}>
              {timeText(past.closedAt, language)}
            </time>
          </div>
          <span>{past.summary || nameOf(text.names.reason, past.reason)}</span>
          {past.agent && <span className={styles.none}> · {past.agent}</span>}
        </div>
      ))}
    </Section>
  );
}
