import type { ReactNode } from 'react';
import styles from './BoardPage.module.css';
import type { Standing } from './figures';

interface Props {
  label: string;
  value: ReactNode;
  note: ReactNode;
  standing?: Standing;
  testId: string;
}

/** One figure with what it is held against. */
export function FigureCard({ label, value, note, standing = 'open', testId }: Props) {
  return (
    <dl className={`${styles.card} ${styles[standing] ?? ''}`} data-testid={testId} data-standing={standing}>
      <dt>{label}</dt>
      <dd className={styles.value}>{value}</dd>
      <dd className={styles.note}>{note}</dd>
    </dl>
  );
}
