import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { setAccountRoles } from '../api/accountApi';
import type { AccountRow, Role } from '../api/types';
import { useAttempt } from '../shell/useAttempt';
import { useText } from '../text/ConsoleTextContext';
import { roles } from './roles';

interface Props {
  account: AccountRow;
  close: () => void;
  changed: () => void;
}

/** What an account may do; it holds from its next step on. */
export function RolesDialog({ account, close, changed }: Props) {
  const { text } = useText();
  const attempt = useAttempt();
  const [chosen, setChosen] = useState<Role[]>(account.roles);
  const [busy, setBusy] = useState(false);

  const submit = async () => {
    setBusy(true);
    if (await attempt(() => setAccountRoles(account.id, chosen))) {
      changed();
      close();
    }
    setBusy(false);
  };

  return (
    <Modal
      open
      onCancel={close}
      title={text.account.rolesOf(account.displayName)}
      okText={text.save}
      cancelText={text.cancel}
      confirmLoading={busy}
      onOk={() => void submit()}
      okButtonProps={{ 'data-testid': 'roles-save', disabled: chosen.length === 0 }}
    >
      <Checkbox.Group
        value={chosen}
        onChange={setChosen}
        options={roles.map((role) => ({ value: role, label: <span data-testid={`role-${role}`}>{text.account.role[role]}</span> }))}
      />
    </Modal>
  );
}
