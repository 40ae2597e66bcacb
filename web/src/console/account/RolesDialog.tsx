import { Checkbox, Form, Select } from 'antd';
import { listSkills, setAccountRoles, setAccountSkills } from '../api/accountApi';
import type { AccountRow, Role } from '../api/types';
import { useLoaded } from '../live/useLoaded';
import { FormDialog } from '../shell/FormDialog';
import { useAttempt } from '../shell/useAttempt';
import { useText } from '../text/ConsoleTextContext';
import { roles } from './roles';
import { skillName } from './skillName';

interface Fields {
  roles: Role[];
  skills?: string[];
}

interface Props {
  account: AccountRow;
  close: () => void;
  changed: () => void;
}

/** What an account may do, which holds from its next step on, and what an agent is there for. */
export function RolesDialog({ account, close, changed }: Props) {
  const { text } = useText();
  const attempt = useAttempt();
  const { value: known } = useLoaded(listSkills);

  const submit = async ({ roles: chosen, skills = account.skills }: Fields) => {
    const done = await attempt(async () => {
      if (!sameItems(chosen, account.roles)) await setAccountRoles(account.id, chosen);
      if (!sameItems(skills, account.skills)) await setAccountSkills(account.id, skills);
    });
    changed();
    return done;
  };

  return (
    <FormDialog<Fields>
      open
      close={close}
      title={text.account.rolesOf(account.displayName)}
      testId="roles-save"
      initialValues={{ roles: account.roles, skills: account.skills }}
      submit={submit}
    >
      {() => (
        <>
          <Form.Item
            name="roles"
            label={text.account.roles}
            rules={[{ validator: (_, chosen: Role[]) => (chosen.length > 0 ? Promise.resolve() : Promise.reject(new Error(text.account.rolesRequired))) }]}
          >
            <Checkbox.Group options={roles.map((role) => ({ value: role, label: <span data-testid={`role-${role}`}>{text.account.role[role]}</span> }))} />
          </Form.Item>
          <Form.Item noStyle dependencies={['roles']}>
            {({ getFieldValue }) =>
              (getFieldValue('roles') as Role[] | undefined)?.includes('agent') && (
                <Form.Item name="skills" label={text.account.skills} extra={text.account.skillsHint}>
                  <Select
                    mode="multiple"
                    placeholder={text.account.allSkills}
                    data-testid="account-skills"
                    options={(known?.items ?? account.skills).map((skill) => ({ value: skill, label: skillName(text, skill) }))}
                  />
                </Form.Item>
              )
            }
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}

const sameItems = (one: readonly string[], other: readonly string[]) => one.length === other.length && one.every((item) => other.includes(item));
