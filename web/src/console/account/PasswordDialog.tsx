import { App, Form, Input } from 'antd';
import { changePassword } from '../api/accountApi';
import { FormDialog } from '../shell/FormDialog';
import { useAttempt } from '../shell/useAttempt';
import { useText } from '../text/ConsoleTextContext';
import { repeats } from './passwordRules';

interface Fields {
  current: string;
  next: string;
}

export default function PasswordDialog({ open, close }: { open: boolean; close: () => void }) {
  const { text } = useText();
  const { message } = App.useApp();
  const attempt = useAttempt();
  const required = [{ required: true, message: text.signIn.required }];

  const submit = async ({ current, next }: Fields) => {
    const succeeded = await attempt(() => changePassword(current, next));
    if (succeeded) message.success(text.account.changed);
    return succeeded;
  };

  return (
    <FormDialog<Fields> open={open} close={close} title={text.account.changePassword} testId="password-save" submit={submit}>
      {(form) => (
        <>
          <Form.Item name="current" label={text.account.current} rules={required}>
            <Input.Password autoFocus autoComplete="current-password" data-testid="password-current" />
          </Form.Item>
          <Form.Item name="next" label={text.account.next} rules={required}>
            <Input.Password autoComplete="new-password" data-testid="password-next" />
          </Form.Item>
          <Form.Item name="repeat" label={text.welcome.repeat} dependencies={['next']} rules={repeats('next', text)}>
            <Input.Password autoComplete="new-password" data-testid="password-repeat" onPressEnter={form.submit} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
