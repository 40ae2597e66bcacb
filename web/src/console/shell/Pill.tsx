import type { HTMLAttributes } from 'react';
import styles from './Pill.module.css';

export type Tone = 'plain' | 'brand' | 'bot' | 'calm' | 'warn' | 'late';

interface Props extends HTMLAttributes<HTMLSpanElement> {
  tone?: Tone;
  /** Digits that change in place. */
  clock?: boolean;
}

/** A short label on a tinted ground, readable in both themes. */
export function Pill({ tone = 'plain', clock = false, ...rest }: Props) {
  return <span className={`${styles.pill} ${styles[tone]} ${clock ? styles.clock : ''}`} {...rest} />;
}
