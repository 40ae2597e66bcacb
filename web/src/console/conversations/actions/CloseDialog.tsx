import { Form, Input, Radio } from 'antd';
import type { Outcome } from '../../api/types';
import { FormDialog } from '../../shell/FormDialog';
import { useText } from '../../text/ConsoleTextContext';

interface Fields {
  outcome: Outcome;
  tag?: string;
}

interface Props {
  open: boolean;
  cancel: () => void;
  /** Resolves to whether it succeeded. */
  close: (outcome: Outcome, tag: string | null) => Promise<boolean>;
}

const outcomes: Outcome[] = ['solved', 'unsolved', 'other'];

/** Asks how a conversation ended before it is closed. */
export function CloseDialog({ open, cancel, close }: Props) {
  const { text } = useText();
  return (
    <FormDialog<Fields>
      open={open}
      close={cancel}
      title={text.closing.heading}
      okText={text.closing.submit}
      testId="close-submit"
      width={440}
      initialValues={{ outcome: 'solved' }}
      submit={({ outcome, tag }) => close(outcome, tag?.trim() || null)}
    >
      {(form) => (
        <>
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
        </>
      )}
    </FormDialog>
  );
}
