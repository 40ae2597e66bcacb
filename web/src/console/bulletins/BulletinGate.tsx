import { Button, Modal } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { useAttempt } from '../shell/useAttempt';
import { useText } from '../text/ConsoleTextContext';
import { BulletinText } from './BulletinText';
import type { UnreadBulletins } from './UnreadBulletins';

/** Shows unread bulletins one by one before an agent goes online. */
export function BulletinGate({ unread }: { unread: UnreadBulletins }) {
  const { text } = useText();
  const words = text.bulletins;
  const attempt = useAttempt();
  const { bulletins, postponed } = useSyncExternalStore(unread.subscribe, unread.current);
  const [busy, setBusy] = useState(false);
  const first = bulletins[0];

  const confirm = async (id: number) => {
    setBusy(true);
    await attempt(() => unread.confirm(id));
    setBusy(false);
  };

  if (!first || postponed) return null;
  return (
    <Modal
      open
      closable={false}
      keyboard={false}
      maskClosable={false}
      title={words.gate(bulletins.length)}
      footer={[
        <Button key="later" data-testid="bulletin-later" onClick={() => unread.postpone()}>
          {words.later}
        </Button>,
        <Button key="read" type="primary" autoFocus loading={busy} data-testid="bulletin-confirm" onClick={() => void confirm(first.id)}>
          {words.confirm}
        </Button>,
      ]}
    >
      <div data-testid="bulletin-gate" data-bulletin={first.id}>
        <p>{words.gateHint}</p>
        <BulletinText bulletin={first} />
      </div>
    </Modal>
  );
}
