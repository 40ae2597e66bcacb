import { Form, Input, Modal, Radio } from 'antd';
import type { Outcome } from '../../api/types';
import { useText } from '../../text/ConsoleTextContext';

interface Fields {
  outcome: Outcome;
  tag?: string;
}

interface Props {
  open: boolean;
  busy: boolean;
  cancel: () => void;
  close: (outcome: Outcome, tag: string | null) => void;
}

const outcomes: Outcome[] = ['solved', 'unsolved', 'other'];

/** Asks how a conversation ended before it is closed. */
export function CloseDialog({ open, busy, cancel, close }: Props) {
  const { text } = useText();
  const [form] = Form.useForm<Fields>();
  return (
    <Modal
      open={open}
      onCancel={cancel}
      title={text.closing.heading}
      okText={text.closing.submit}
      cancelText={text.cancel}
      confirmLoading={busy}
      onOk={form.submit}
      okButtonProps={{ 'data-testid': 'close-submit' }}
      destroyOnHidden
      width={440}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ outcome: 'solved' }}
        onFinish={({ outcome, tag }) => close(outcome, tag?.trim() || null)}
      >
        <Form.Item name="outcome" label={text.closing.outcome}>
          <Radio.Group
            vertical
            options={outcomes.map((outcome) => ({
              value: outcome,
              label: <span data-testid={`outcome-${outcome}`}>{text.closing[outcome]}</span>,
              autoFocus: outcome === 'solved',
            }))}
          />
        </Form.Item>
        <Form.Item name="tag" label={text.closing.tag}>
          <Input maxLength={40} placeholder={text.closing.tagHint} data-testid="close-tag" onPressEnter={form.submit} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
