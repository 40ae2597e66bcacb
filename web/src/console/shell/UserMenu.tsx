import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { PasswordDialog } from '../account/PasswordDialog';
import { SessionsDialog } from '../account/SessionsDialog';
import { signOut } from '../api/accountApi';
import type { Account } from '../api/types';
import { useText } from '../text/ConsoleTextContext';
import { useAttempt } from './useAttempt';

interface Props {
  me: Account;
  left: () => Promise<void>;
}

export function UserMenu({ me, left }: Props) {
  const { text } = useText();
  const attempt = useAttempt();
  const [changing, setChanging] = useState(false);
  const [listing, setListing] = useState(false);

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
            if (key === 'password') setChanging(true);
            else if (key === 'sessions') setListing(true);
            else void leave();
          },
        }}
      >
        <Button type="text" data-testid="user-menu">
          {me.displayName} <DownOutlined />
        </Button>
      </Dropdown>
      <PasswordDialog open={changing} close={() => setChanging(false)} />
      {listing && <SessionsDialog all={false} close={() => setListing(false)} />}
    </>
  );
}
