import type { FileFinding } from '../../api/editorTypes';
import { Pill } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import styles from './PublishPage.module.css';

/** What the check found in the files, with the place of each. */
export function FindingsList({ findings }: { findings: readonly FileFinding[] }) {
  const { text, language } = useText();
  return (
    <section>
      <h2 className={styles.section}>{text.editor.publish.findings}</h2>
      {findings.map((finding, index) => (
        <div key={index} className={styles.finding} data-testid="file-finding" data-severity={finding.severity}>
          <Pill tone={finding.severity === 'error' ? 'late' : 'warn'}>{finding.code}</Pill>
          <span>{finding.message[language]}</span>
          <span className={styles.place}>
            {finding.file}:{finding.line}
          </span>
        </div>
      ))}
    </section>
  );
}
