import type { ReactNode } from 'react';
import styles from './SpeakerStatus.module.css';

interface Props {
  name: string;
  children: ReactNode;
}

/** The name of the person who wrote, before the time. */
export function SpeakerStatus({ name, children }: Props) {
  return (
    <span className={styles.row} data-testid="speaker">
      <span>{name}</span>
      {children}
    </span>
  );
}
