import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface Props {
  heading: string;
  explanation: string;
  action: string;
  run: () => void;
  alert?: boolean;
  testId: string;
  icon: ReactNode;
}

/** A page-filling notice with one thing to do about it. */
export function Notice({ heading, explanation, action, run, alert = false, testId, icon }: Props) {
  return (
    <div className={styles.notice} role={alert ? 'alert' : 'status'} data-testid={testId}>
      <div className={styles.icon} aria-hidden="true">
        {icon}
      </div>
      <h2>{heading}</h2>
      <p>{explanation}</p>
      <button type="button" data-testid={`${testId}-action`} onClick={run}>
        {action}
      </button>
    </div>
  );
}
