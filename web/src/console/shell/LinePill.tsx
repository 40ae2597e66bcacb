import { useSyncExternalStore } from 'react';
import { useDeskContext } from '../live/DeskContext';
import { useText } from '../text/ConsoleTextContext';
import styles from './LinePill.module.css';

/** Whether the live line is up. */
export function LinePill() {
  const { text } = useText();
  const { connection } = useDeskContext();
  const line = useSyncExternalStore(connection.subscribe, connection.current);
  return (
    <span className={`${styles.pill} ${styles[line]}`} role="status" data-testid="line" data-status={line}>
      {text.line[line]}
    </span>
  );
}
