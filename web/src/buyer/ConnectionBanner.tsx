import type { BuyerText } from './text/zh';
import styles from './ConnectionBanner.module.css';

interface Props {
  text: BuyerText;
  reconnect: () => void;
}

/** Shown while the line is down; the transcript stays where it is. */
export function ConnectionBanner({ text, reconnect }: Props) {
  return (
    <div className={styles.banner} role="status" data-testid="offline-banner">
      <span>{text.offlineBanner}</span>
      <button type="button" onClick={reconnect}>
        {text.reconnectNow}
      </button>
    </div>
  );
}
