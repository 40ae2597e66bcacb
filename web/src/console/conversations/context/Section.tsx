import type { ReactNode } from 'react';
import styles from './Section.module.css';

export function Section({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3>{heading}</h3>
      {children}
    </section>
  );
}
