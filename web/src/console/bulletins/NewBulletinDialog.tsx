import { Form, Input, Select } from 'antd';
import { type NewBulletin, writeBulletin } from '../api/bulletinApi';
import { FormDialog } from '../shell/FormDialog';
import { TimeField } from '../shell/TimeField';
import { useAttempt } from '../shell/useAttempt';
import { useText } from '../text/ConsoleTextContext';
import { nameOf } from '../text/nameOf';
import { bulletinChannels } from './bulletinChannels';
import growing from '../shell/Growing.module.css';

interface Props {
  close: () => void;
  written: () => void;
}

/** All platforms, in a field that cannot hold null. */
const all = 'all';

const today = () => {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

/** Writes a bulletin. It cannot be changed afterwards, because receipts are for these very words. */
export function NewBulletinDialog({ close, written }: Props) {
  const { text } = useText();
  const words = text.bulletins;
  const attempt = useAttempt();
  const required = [{ required: true, whitespace: true, message: text.signIn.required }];

  const submit = async (bulletin: NewBulletin) => {
    const done = await attempt(async () => void (await writeBulletin({ ...bulletin, channel: bulletin.channel === all ? null : bulletin.channel })));
    if (done) written();
    return done;
  };

  return (
    <FormDialog<NewBulletin>
      open
      close={close}
      title={words.write}
      okText={words.publish}
      testId="bulletin-publish"
      initialValues={{ channel: all, effectiveOn: today() }}
      submit={submit}
    >
      {() => (
        <>
          <p>{words.writeHint}</p>
          <Form.Item name="channel" label={words.channel}>
            <Select
              data-testid="bulletin-channel"
              options={[{ value: all, label: words.allChannels }, ...bulletinChannels.map((id) => ({ value: id, label: nameOf(text.names.channel, id) }))]}
            />
          </Form.Item>
          <Form.Item name="title" label={words.title} rules={required}>
            <Input autoFocus maxLength={80} data-testid="bulletin-title" />
          </Form.Item>
          <Form.Item name="text" label={words.text} rules={required}>
            <Input.TextArea rows={4} className={growing.grows} maxLength={4000} data-testid="bulletin-text" />
          </Form.Item>
          <Form.Item name="effectiveOn" label={words.effectiveOn} rules={required}>
            <TimeField testId="bulletin-effective" />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
