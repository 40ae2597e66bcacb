import { Modal } from 'antd';
import { useText } from '../text/ConsoleTextContext';
import styles from './ShortcutsDialog.module.css';

export function ShortcutsDialog({ open, close }: { open: boolean; close: () => void }) {
  const { text } = useText();
  return (
    <Modal open={open} onCancel={close} footer={null} title={text.shortcuts.heading} width={860}>
      <dl className={styles.rows} data-testid="shortcuts">
        {text.shortcuts.rows.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
