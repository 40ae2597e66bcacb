import { useEffect, useState } from 'react';
import { listCases } from '../../api/deskApi';
import type { SimilarCase } from '../../api/types';
import { formatRoute } from '../../routing/route';
import { Pill } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import { timeText } from '../transcript/timeText';
import styles from './ContextPanel.module.css';
import { Section } from './Section';

interface Props {
  conversationId: string;
  intent: string;
}

/** How other buyers who asked the same were helped: what they asked, what was said, what was granted. */
export function Cases({ conversationId, intent }: Props) {
  const { text, language } = useText();
  const [read, setRead] = useState<{ intent: string; cases: readonly SimilarCase[] } | null>(null);

  useEffect(() => {
    let gone = false;
    // Without the cases the conversation goes on as well.
    listCases(conversationId, intent).then(({ items }) => !gone && setRead({ intent, cases: items }), () => undefined);
    return () => {
      gone = true;
    };
  }, [conversationId, intent]);
  const cases = read?.intent === intent ? read.cases : [];

  return (
    <Section heading={text.context.cases}>
      {cases.length === 0 && <span className={styles.none}>{text.context.noCases}</span>}
      {cases.map((each) => (
        <div key={`${each.conversationId} ${each.closedAt}`} className={styles.past} data-testid="case">
          <div className={styles.pair}>
            <a href={formatRoute({ page: 'conversations', conversationId: each.conversationId })} target="_blank" rel="noreferrer">
              {each.asked || text.context.openCase}
            </a>
            <time className={styles.none} dateTime={each.closedAt}>
              {timeText(each.closedAt, language)}
            </time>
          </div>
          {each.reply && <p className={styles.reply}>{each.reply}</p>}
          <span>
            {each.grantedYuan !== null && <Pill tone="calm">{text.context.granted(each.grantedYuan)}</Pill>}
            {each.tag && <Pill>{each.tag}</Pill>}
            {each.agent && <span className={styles.none}> {each.agent}</span>}
          </span>
        </div>
      ))}
    </Section>
  );
}
