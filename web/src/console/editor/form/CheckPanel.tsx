import { CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import type { DraftFinding, DraftVerdict, PlatformPreview } from '../../api/editorTypes';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import styles from './CheckPanel.module.css';
import { fieldOf, placeOf } from './findingsOf';

interface Props {
  verdict: DraftVerdict | null;
  /** Whether there is enough of a script to be checked. */
  checkable: boolean;
  current: boolean;
  mend: (finding: DraftFinding) => void;
}

/** What the rules say of the form, and how it reads on a platform. */
export function CheckPanel({ verdict, checkable, current, mend }: Props) {
  const { text, language } = useText();
  const words = text.editor.form;
  const [channel, setChannel] = useState('web');
  const preview = verdict?.preview.find((each) => each.channel === channel);
  const label = (finding: DraftFinding) => {
    const place = placeOf(finding);
    const field = text.editor.fields[fieldOf(finding)] ?? '';
    return place === null ? field : text.editor.numbered(field, place + 1);
  };

  const remark = (each: PlatformPreview) => {
    if (!each.allowed) return words.unused;
    return each.wordings.some(({ forbidden }) => forbidden.length > 0) ? words.unfit : null;
  };

  return (
    <div className={`${styles.panel} ${verdict && !current ? styles.stale : ''}`}>
      <section>
        <h3>{words.findings}</h3>
        {!verdict && <p className={styles.note}>{checkable ? words.checking : words.chooseIntent}</p>}
        {verdict?.findings.length === 0 && <p className={styles.note}>{words.noFindings}</p>}
        <ul className={styles.findings} aria-live="polite" data-testid="draft-findings" data-current={current}>
          {verdict?.findings.map((finding, index) => (
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
              {finding.fix !== null && finding.length > 0 && current && (
                <Button size="small" type="link" data-testid="draft-fix" onClick={() => mend(finding)}>
                  {words.fix(finding.fix)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
      {verdict && (
        <section>
          <h3>{words.preview}</h3>
          <Select
            value={channel}
            onChange={setChannel}
            style={{ width: '100%' }}
            aria-label={words.preview}
            data-testid="preview-channel"
            options={verdict.preview.map((each) => ({ value: each.channel, label: [nameOf(text.names.channel, each.channel), remark(each)].filter(Boolean).join(' · ') }))}
          />
          <p className={styles.note}>{preview?.allowed === false ? words.notHere : words.previewHint}</p>
          {preview?.allowed &&
            preview.wordings.map((wording, index) => (
              <div key={index} data-testid="preview">
                <p className={styles.bubble}>{wording.text}</p>
                {wording.unfilled.length > 0 && (
                  <p className={styles.note}>
                    {words.unfilled + text.colon + wording.unfilled.map((slot) => nameOf(text.names.slot, slot)).join(text.comma)}
                  </p>
                )}
                {wording.forbidden.map((each) => (
                  <p key={each.zh} className={styles.bad}>
                    {each[language]}
                  </p>
                ))}
              </div>
            ))}
        </section>
      )}
    </div>
  );
}
