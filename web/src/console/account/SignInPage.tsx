import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { asProblem } from '../../http/Problem';
import { readMe, signIn } from '../api/accountApi';
import type { Provider } from '../api/types';
import { useText } from '../text/ConsoleTextContext';
import { EntryCard } from './EntryCard';

interface Fields {
  name: string;
  password: string;
}

interface Props {
  ended: boolean;
  done: () => Promise<void>;
}

export default function SignInPage({ ended, done }: Props) {
  const { text, explain } = useText();
  const [busy, setBusy] = useState(false);
  const [provider, setProvider] = useState<Provider | null>(null);
  // The identity provider's answer comes in the address that the browser was sent back to.
  const [fault, setFault] = useState<string | null>(() => {
    const answer = new URLSearchParams(location.search).get('sign-in');
    return answer === null ? null : (text.signIn.provider[answer as keyof typeof text.signIn.provider] ?? text.signIn.provider.refused);
  });

  useEffect(() => {
    void readMe().then((me) => !me.signedIn && setProvider(me.provider), () => undefined);
  }, []);

  const submit = async ({ name, password }: Fields) => {
    setBusy(true);
    setFault(null);
    try {
      if (ended) await readMe();
      await signIn(name.trim(), password);
      await done();
    } catch (error) {
      const problem = asProblem(error);
      const own = problem.title !== '' || problem.unreachable;
      if (!own && problem.status === 401) setFault(text.signIn.wrong);
      else if (!own && problem.status === 429) setFault(text.signIn.tooOften);
      else setFault(explain(problem));
      setBusy(false);
    }
  };

  return (
    <EntryCard heading={text.signIn.heading}>
      {(fault ?? ended) && (
        <Alert
          type={fault ? 'error' : 'info'}
          title={fault ?? text.sessionEnded}
          showIcon
          style={{ marginBottom: 16 }}
          data-testid="sign-in-fault"
        />
      )}
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="name" label={text.signIn.name} rules={[{ required: true, message: text.signIn.required }]}>
          <Input autoFocus autoComplete="username" size="large" data-testid="sign-in-name" />
        </Form.Item>
        <Form.Item
          name="password"
          label={text.signIn.password}
          rules={[{ required: true, message: text.signIn.required }]}
        >
          <Input.Password autoComplete="current-password" size="large" data-testid="sign-in-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={busy} data-testid="sign-in-submit">
          {text.signIn.submit}
        </Button>
      </Form>
      {provider && (
        <Button href={provider.address} size="large" block style={{ marginTop: 12 }} data-testid="sign-in-provider">
          {text.signIn.with(provider.name)}
        </Button>
      )}
    </EntryCard>
  );
}
