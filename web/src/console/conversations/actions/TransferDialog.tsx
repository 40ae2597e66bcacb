import { Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { listColleagues } from '../../api/deskApi';
import type { Colleague } from '../../api/types';
import { FormDialog } from '../../shell/FormDialog';
import { useText } from '../../text/ConsoleTextContext';

interface Fields {
  to: string;
  note: string;
}

interface Props {
  open: boolean;
  cancel: () => void;
  /** Resolves to whether it succeeded. */
  transfer: (toAgentId: string | null, note: string) => Promise<boolean>;
}

/** Stands for the queue among the colleagues' ids. */
const queue = '';
const longestNote = 500;

/** Asks to whom a buyer goes and what that colleague has to know. */
export function TransferDialog({ open, cancel, transfer }: Props) {
  const { text } = useText();
  const [colleagues, setColleagues] = useState<readonly Colleague[]>([]);

  useEffect(() => {
    if (!open) return;
    listColleagues().then(
      ({ items }) => setColleagues(items),
      // Without the list there is still the queue.
      () => setColleagues([]),
    );
  }, [open]);

  const options = [
    { value: queue, label: text.transfer.queue, disabled: false },
    ...colleagues.map(({ id, displayName, presence, buyers }) => ({
      value: id,
      label: `${displayName} · ${text.board.presenceOf[presence]} · ${text.transfer.load(buyers)}`,
      // Whoever is not there would only lose the buyer to the queue again.
      disabled: presence !== 'online',
    })),
  ];

  return (
    <FormDialog<Fields>
      open={open}
      close={cancel}
      title={text.transfer.heading}
      okText={text.transfer.submit}
      testId="transfer-submit"
      width={460}
      initialValues={{ to: queue }}
      submit={({ to, note }) => transfer(to || null, note.trim())}
    >
      {() => (
        <>
          <Form.Item name="to" label={text.transfer.to}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={options} data-testid="transfer-to" />
          </Form.Item>
          <Form.Item
            name="note"
            label={text.transfer.note}
            extra={text.transfer.noteHint}
            rules={[{ required: true, whitespace: true, message: text.signIn.required }]}
          >
            <Input.TextArea autoFocus rows={3} maxLength={longestNote} placeholder={text.transfer.notePlaceholder} data-testid="transfer-note" />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
