import type { DraftFinding, DraftVerdict } from '../../api/editorTypes';
import { useText } from '../../text/ConsoleTextContext';
import styles from './CheckPanel.module.css';
import { DraftFindings } from './DraftFindings';
import { DraftPreview } from './DraftPreview';

interface Props {
  verdict: DraftVerdict | null;
  /** Whether there is enough of a script to be checked. */
  checkable: boolean;
  current: boolean;
  mend: (finding: DraftFinding) => void;
}

/** What the rules say of the form, and how it reads on a platform. */
export function CheckPanel({ verdict, checkable, current, mend }: Props) {
  const { text } = useText();
  const words = text.editor.form;
  return (
    <div className={`${styles.panel} ${verdict && !current ? styles.stale : ''}`}>
      <section>
        <h3>{words.findings}</h3>
        {!verdict && <p className={styles.note}>{checkable ? words.checking : words.chooseIntent}</p>}
        {verdict?.findings.length === 0 && <p className={styles.note}>{words.noFindings}</p>}
        <ul className={styles.findings} aria-live="polite" data-testid="draft-findings" data-current={current}>
          {verdict && <DraftFindings findings={verdict.findings} mend={mend} />}
        </ul>
      </section>
      {verdict && <DraftPreview platforms={verdict.preview} />}
    </div>
  );
}
