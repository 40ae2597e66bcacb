import { Button, Spin } from 'antd';
import styles from './PageNotice.module.css';

interface Props {
  text: string;
  busy?: boolean;
  action?: string;
  run?: () => void;
}

/** One sentence in the middle of an otherwise empty page, with at most one thing to do. */
export function PageNotice({ text, busy = false, action, run }: Props) {
  return (
    <div className={styles.notice} role="status" data-testid="page-notice">
      {busy && <Spin />}
      <p>{text}</p>
      {action && (
        <Button type="primary" onClick={run}>
          {action}
        </Button>
      )}
    </div>
  );
}
