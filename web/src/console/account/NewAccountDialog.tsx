import { App, Checkbox, Form, Input } from 'antd';
import { createAccount } from '../api/accountApi';
import type { NewAccount, Role } from '../api/types';
import { FormDialog } from '../shell/FormDialog';
import { useAttempt } from '../shell/useAttempt';
import { useText } from '../text/ConsoleTextContext';
import { roles } from './roles';

interface Props {
  open: boolean;
  close: () => void;
  added: () => void;
}

export function NewAccountDialog({ open, close, added }: Props) {
  const { text } = useText();
  const { message } = App.useApp();
  const attempt = useAttempt();
  const required = [{ required: true, whitespace: true, message: text.signIn.required }];

  const submit = async (account: NewAccount) => {
    const succeeded = await attempt(() => createAccount(account));
    if (succeeded) {
      message.success(text.account.added);
      added();
    }
    return succeeded;
  };

  return (
    <FormDialog<NewAccount>
      open={open}
      close={close}
      title={text.account.add}
      testId="account-save"
      submit={submit}
      initialValues={{ roles: ['agent'] }}
    >
      {(form) => (
        <>
          <Form.Item name="name" label={text.account.name} rules={required} extra={text.account.nameHint}>
            <Input autoFocus autoComplete="off" data-testid="account-name" />
          </Form.Item>
          <Form.Item name="displayName" label={text.account.displayName} rules={required} extra={text.account.displayNameHint}>
            <Input autoComplete="off" data-testid="account-display-name" />
          </Form.Item>
          <Form.Item
            name="roles"
            label={text.account.roles}
            // A group of boxes cannot be told to be required: that is checked, not declared.
            rules={[{ validator: (_, chosen: Role[]) => (chosen.length > 0 ? Promise.resolve() : Promise.reject(new Error(text.account.rolesRequired))) }]}
          >
            <Checkbox.Group
              options={roles.map((role) => ({
                value: role,
                label: <span data-testid={`account-role-${role}`}>{text.account.role[role]}</span>,
              }))}
            />
          </Form.Item>
          <Form.Item name="password" label={text.account.password} rules={[{ required: true, message: text.signIn.required }]}>
            <Input.Password autoComplete="new-password" data-testid="account-password" onPressEnter={form.submit} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
