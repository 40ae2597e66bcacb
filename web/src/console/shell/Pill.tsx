import type { HTMLAttributes } from 'react';
import styles from './Pill.module.css';

export type Tone = 'plain' | 'brand' | 'bot' | 'calm' | 'warn' | 'late';

interface Props extends HTMLAttributes<HTMLSpanElement> {
  tone?: Tone;
}

/** A short label on a tinted ground, readable in both themes. */
export function Pill({ tone = 'plain', ...rest }: Props) {
  return <span className={`${styles.pill} ${styles[tone]}`} {...rest} />;
}
