import { CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { Finding } from '../../api/types';
import { useText } from '../../text/ConsoleTextContext';
import styles from './FindingList.module.css';

interface Props {
  findings: readonly Finding[];
  mend: (finding: Finding) => void;
  /** Asks a supervisor to allow what an agent may not promise. */
  ask: () => void;
}

/** An amount above what an agent may grant. */
const aboveCeiling = 'KB316';

/** What the guard has against the draft, each with its reason and, where there is one, a mending. */
export function FindingList({ findings, mend, ask }: Props) {
  const { text, language } = useText();
  return (
    <ul className={styles.list} aria-label={text.draft.findings} aria-live="polite" data-testid="findings">
      {findings.map((finding) => (
        <li
          key={`${finding.code} ${finding.start}`}
          className={styles[finding.severity]}
          data-testid="finding"
          data-code={finding.code}
          data-severity={finding.severity}
        >
          {finding.severity === 'error' ? <CloseCircleFilled /> : <WarningFilled />}
          <span>{finding.message[language]}</span>
          {finding.code === aboveCeiling && (
            <Button size="small" type="link" data-testid="finding-ask" onClick={ask}>
              {text.approval.action}
            </Button>
          )}
          {finding.fix !== null && (
            <Button size="small" type="link" data-testid="finding-fix" onClick={() => mend(finding)}>
              {text.draft.fix(finding.fix)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
