import { CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { memo } from 'react';
import type { DraftFinding } from '../../api/editorTypes';
import { useText } from '../../text/ConsoleTextContext';
import styles from './CheckPanel.module.css';
import { fieldOf, placeOf } from './findingsOf';

interface Props {
  findings: readonly DraftFinding[];
  mend: (finding: DraftFinding) => void;
}

/** What the rules have against a script, each with its field and, where there is one, a mending. Drawn anew only when a verdict comes. */
export const DraftFindings = memo(function DraftFindings({ findings, mend }: Props) {
  const { text, language } = useText();
  const label = (finding: DraftFinding) => {
    const place = placeOf(finding);
    const field = text.editor.fields[fieldOf(finding)] ?? '';
    return place === null ? field : text.editor.numbered(field, place + 1);
  };
  return (
    <>
      {findings.map((finding, index) => (
        <li
          key={`${finding.code} ${finding.field} ${finding.start} ${index}`}
          className={styles[finding.severity]}
          data-testid="draft-finding"
          data-code={finding.code}
          data-severity={finding.severity}
        >
          {finding.severity === 'error' ? <CloseCircleFilled /> : <WarningFilled />}
          <span className={styles.place}>{label(finding)}</span>
          <span className={styles.message}>{finding.message[language]}</span>
          {finding.fix !== null && finding.length > 0 && (
            <Button size="small" type="link" data-testid="draft-fix" onClick={() => mend(finding)}>
              {text.editor.form.fix(finding.fix)}
            </Button>
          )}
        </li>
      ))}
    </>
  );
});
