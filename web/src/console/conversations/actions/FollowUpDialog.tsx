import { Button, Form, Input, Space } from 'antd';
import { FormDialog } from '../../shell/FormDialog';
import { TimeField } from '../../shell/TimeField';
import { useText } from '../../text/ConsoleTextContext';
import { inHours, localMinute, onDay } from './laterTimes';

interface Fields {
  due: string;
  note: string;
}

interface Props {
  open: boolean;
  cancel: () => void;
  /** Resolves to whether it succeeded. */
  plan: (dueAt: string, note: string) => Promise<boolean>;
}

const longestNote = 500;

/** Asks when to come back to the buyer, and about what. */
export function FollowUpDialog({ open, cancel, plan }: Props) {
  const { text } = useText();
  const words = text.followUps;
  const quick: [label: string, time: () => Date][] = [
    [words.inHours(2), () => inHours(2)],
    [words.tomorrow, () => onDay(1)],
    [words.inDays(3), () => onDay(3)],
  ];
  return (
    <FormDialog<Fields>
      open={open}
      close={cancel}
      title={words.plan}
      okText={words.submit}
      testId="follow-up-submit"
      width={460}
      initialValues={{ due: localMinute(onDay(1)) }}
      submit={({ due, note }) => plan(new Date(due).toISOString(), note.trim())}
    >
      {(form) => (
        <>
          <p>{words.explanation}</p>
          <Form.Item label={words.due} required htmlFor="due">
            <Form.Item
              name="due"
              noStyle
              rules={[
                { required: true, message: text.signIn.required },
                { validator: async (_, due: string) => (new Date(due).getTime() > Date.now() ? undefined : Promise.reject(new Error(words.past))) },
              ]}
            >
              <TimeField minutes ahead testId="follow-up-due" />
            </Form.Item>
            <Space size={6} style={{ marginTop: 8 }}>
              {quick.map(([label, time]) => (
                <Button key={label} size="small" onClick={() => form.setFieldValue('due', localMinute(time()))}>
                  {label}
                </Button>
              ))}
            </Space>
          </Form.Item>
          <Form.Item name="note" label={words.note} rules={[{ required: true, whitespace: true, message: text.signIn.required }]}>
            <Input.TextArea autoFocus rows={3} maxLength={longestNote} placeholder={words.notePlaceholder} data-testid="follow-up-note" />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
