import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { signOut } from '../api/accountApi';
import type { Account } from '../api/types';
import { useText } from '../text/ConsoleTextContext';
import { useAttempt } from './useAttempt';

const PasswordDialog = lazy(() => import('../account/PasswordDialog'));
const SessionsDialog = lazy(() => import('../account/SessionsDialog'));

interface Props {
  me: Account;
  left: () => Promise<void>;
}

export function UserMenu({ me, left }: Props) {
  const { text } = useText();
  const attempt = useAttempt();
  const [dialog, setDialog] = useState<'password' | 'sessions' | null>(null);
  const close = () => setDialog(null);

  const leave = () =>
    attempt(async () => {
      await signOut();
      await left();
    });

  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'password', label: <span data-testid="change-password">{text.account.changePassword}</span> },
            { key: 'sessions', label: <span data-testid="own-sessions">{text.sessions.own}</span> },
            { key: 'sign-out', label: <span data-testid="sign-out">{text.account.signOut}</span> },
          ],
          onClick: ({ key }) => {
            if (key === 'password' || key === 'sessions') setDialog(key);
            else void leave();
          },
        }}
      >
        <Button type="text" data-testid="user-menu">
          {me.displayName} <DownOutlined />
        </Button>
      </Dropdown>
      <Suspense fallback={null}>
        {dialog === 'password' && <PasswordDialog open close={close} />}
        {dialog === 'sessions' && <SessionsDialog all={false} close={close} />}
      </Suspense>
    </>
  );
}
