import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { changePassword } from '../api/accountApi';
import { useAttempt } from '../shell/useAttempt';
import { useText } from '../text/ConsoleTextContext';
import { repeats } from './passwordRules';

interface Fields {
  current: string;
  next: string;
}

export function PasswordDialog({ open, close }: { open: boolean; close: () => void }) {
  const { text } = useText();
  const { message } = App.useApp();
  const attempt = useAttempt();
  const [form] = Form.useForm<Fields>();
  const [busy, setBusy] = useState(false);
  const required = [{ required: true, message: text.signIn.required }];

  const submit = async ({ current, next }: Fields) => {
    setBusy(true);
    if (await attempt(() => changePassword(current, next))) {
      message.success(text.account.changed);
      close();
    }
    setBusy(false);
  };

  return (
    <Modal
      open={open}
      onCancel={close}
      title={text.account.changePassword}
      okText={text.save}
      cancelText={text.cancel}
      confirmLoading={busy}
      onOk={form.submit}
      okButtonProps={{ 'data-testid': 'password-save' }}
      destroyOnHidden
    >
      <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={submit} preserve={false}>
        <Form.Item name="current" label={text.account.current} rules={required}>
          <Input.Password autoFocus autoComplete="current-password" data-testid="password-current" />
        </Form.Item>
        <Form.Item name="next" label={text.account.next} rules={required}>
          <Input.Password autoComplete="new-password" data-testid="password-next" />
        </Form.Item>
        <Form.Item name="repeat" label={text.welcome.repeat} dependencies={['next']} rules={repeats('next', text)}>
          <Input.Password autoComplete="new-password" data-testid="password-repeat" onPressEnter={form.submit} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
