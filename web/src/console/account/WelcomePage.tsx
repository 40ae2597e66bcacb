import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { asProblem } from '../../http/Problem';
import { createFirstAccount, isLinkOpen } from '../api/accountApi';
import { useText } from '../text/ConsoleTextContext';
import { EntryCard } from './EntryCard';
import { repeats } from './passwordRules';

interface Fields {
  name: string;
  displayName: string;
  password: string;
}

interface Props {
  token: string;
  done: () => Promise<void>;
}

/** Where the one-time link leads that the program prints at its first start. */
export default function WelcomePage({ token, done }: Props) {
  const { text, explain } = useText();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [closed, setClosed] = useState(false);
  const required = [{ required: true, whitespace: true, message: text.signIn.required }];

  // Where it cannot be asked, submitting tells.
  useEffect(() => {
    if (token)
      isLinkOpen(token).then(
        (open) => setClosed(!open),
        () => undefined,
      );
  }, [token]);

  const shown = token ? (closed ? text.welcome.closed : fault) : text.welcome.noToken;

  const submit = async ({ name, displayName, password }: Fields) => {
    setBusy(true);
    setFault(null);
    try {
      await createFirstAccount({ token, name: name.trim(), displayName: displayName.trim(), password });
      await done();
    } catch (error) {
      setFault(explain(asProblem(error)));
      setBusy(false);
    }
  };

  return (
    <EntryCard heading={text.welcome.heading}>
      <p style={{ color: 'var(--subtle)', marginTop: 0 }}>{text.welcome.explanation}</p>
      {shown && <Alert type="error" title={shown} showIcon style={{ marginBottom: 16 }} data-testid="welcome-fault" />}
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={submit} disabled={!token || closed}>
        <Form.Item name="name" label={text.account.name} rules={required} extra={text.account.nameHint}>
          <Input autoFocus autoComplete="username" data-testid="welcome-name" />
        </Form.Item>
        <Form.Item
          name="displayName"
          label={text.account.displayName}
          rules={required}
          extra={text.account.displayNameHint}
        >
          <Input autoComplete="name" data-testid="welcome-display-name" />
        </Form.Item>
        <Form.Item name="password" label={text.signIn.password} rules={[{ required: true, message: text.signIn.required }]}>
          <Input.Password autoComplete="new-password" data-testid="welcome-password" />
        </Form.Item>
        <Form.Item
          name="repeat"
          label={text.welcome.repeat}
          dependencies={['password']}
          rules={repeats('password', text)}
        >
          <Input.Password autoComplete="new-password" data-testid="welcome-repeat" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={busy} data-testid="welcome-submit">
          {text.welcome.submit}
        </Button>
        {closed && (
          <Button type="link" block disabled={false} href="/console" data-testid="welcome-sign-in">
            {text.signIn.submit}
          </Button>
        )}
      </Form>
    </EntryCard>
  );
}
