import { Form, Input } from 'antd';
import { FormDialog } from '../../shell/FormDialog';
import { useText } from '../../text/ConsoleTextContext';

interface Props {
  /** The reply to be saved, or null when none is. */
  reply: string | null;
  cancel: () => void;
  /** Resolves to whether it succeeded. */
  save: (note: string) => Promise<boolean>;
}

const longestNote = 300;

/** Puts a reply into the editors' inbox, with a word for the editors. */
export function SaveReplyDialog({ reply, cancel, save }: Props) {
  const { text } = useText();
  return (
    <FormDialog<{ note?: string }>
      open={reply !== null}
      close={cancel}
      title={text.saving.heading}
      okText={text.saving.submit}
      testId="save-reply-submit"
      width={460}
      submit={({ note }) => save(note?.trim() ?? '')}
    >
      {(form) => (
        <>
          <p>{text.saving.explanation}</p>
          <blockquote>{reply}</blockquote>
          <Form.Item name="note" label={text.saving.note}>
            <Input autoFocus maxLength={longestNote} placeholder={text.saving.noteHint} data-testid="save-reply-note" onPressEnter={form.submit} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
