import { Button } from 'antd';
import type { InboxGroup } from '../../api/editorTypes';
import { timeText } from '../../conversations/transcript/timeText';
import { Pill } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import styles from './InboxExamples.module.css';

/** Some of a group's questions as they were asked, with what was suggested and what the agent said. */
export function InboxExamples({ group, open }: { group: InboxGroup; open: (scriptId: string) => void }) {
  const { text, language } = useText();
  const words = text.editor.inbox;
  return (
    <ul className={styles.examples} data-testid="inbox-examples">
      {group.examples.map((example, index) => (
        <li key={index}>
          <Pill>{timeText(example.at, language)}</Pill> <Pill tone="warn">{words.whyOf[example.shortfall]}</Pill> {example.text}
          {example.scriptId && (
            <p className={styles.line}>
              {words.suggested + text.colon}
              <Button type="link" size="small" onClick={() => example.scriptId && open(example.scriptId)}>
                {example.scriptId}
              </Button>
            </p>
          )}
          {example.reply && (
            <p className={styles.line}>
              {words.reply + text.colon + example.reply}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
