import { Checkbox, Form, Modal, Select } from 'antd';
import { useEffect, useState } from 'react';
import { listSkills, setAccountRoles, setAccountSkills } from '../api/accountApi';
import type { AccountRow, Role } from '../api/types';
import { useAttempt } from '../shell/useAttempt';
import { useText } from '../text/ConsoleTextContext';
import { roles } from './roles';
import { skillName } from './skillName';

interface Props {
  account: AccountRow;
  close: () => void;
  changed: () => void;
}

/** What an account may do, which holds from its next step on, and what an agent is there for. */
export function RolesDialog({ account, close, changed }: Props) {
  const { text } = useText();
  const attempt = useAttempt();
  const [chosen, setChosen] = useState<Role[]>(account.roles);
  const [skills, setSkills] = useState(account.skills);
  const [known, setKnown] = useState<readonly string[]>(account.skills);
  const [busy, setBusy] = useState(false);
  useEffect(() => void attempt(async () => setKnown((await listSkills()).items)), [attempt]);

  const submit = async () => {
    setBusy(true);
    const save = async () => {
      if (!sameItems(chosen, account.roles)) await setAccountRoles(account.id, chosen);
      if (!sameItems(skills, account.skills)) await setAccountSkills(account.id, skills);
    };
    if (await attempt(save)) {
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
      <Form layout="vertical">
        <Form.Item label={text.account.roles}>
          <Checkbox.Group
            value={chosen}
            onChange={setChosen}
            options={roles.map((role) => ({ value: role, label: <span data-testid={`role-${role}`}>{text.account.role[role]}</span> }))}
          />
        </Form.Item>
        {chosen.includes('agent') && (
          <Form.Item label={text.account.skills} extra={text.account.skillsHint}>
            <Select
              mode="multiple"
              value={skills}
              onChange={setSkills}
              placeholder={text.account.allSkills}
              aria-label={text.account.skills}
              data-testid="account-skills"
              options={known.map((skill) => ({ value: skill, label: skillName(text, skill) }))}
            />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}

const sameItems = (one: readonly string[], other: readonly string[]) => one.length === other.length && one.every((item) => other.includes(item));
