import { ServiceAvatar } from './ServiceAvatar';
import styles from './TypingDots.module.css';

export function TypingDots({ label }: { label: string }) {
  return (
    <div className={styles.row} data-testid="typing">
      <ServiceAvatar person={null} />
      <span className={styles.bubble} role="img" aria-label={label}>
        <i />
        <i />
        <i />
      </span>
    </div>
  );
}
