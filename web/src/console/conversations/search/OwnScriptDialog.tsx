import { Form, Input } from 'antd';
import type { OwnScript } from '../../api/types';
import { FormDialog } from '../../shell/FormDialog';
import { useText } from '../../text/ConsoleTextContext';

interface Props {
  /** The reply to change; with an empty id a new one; null when the dialog is closed. */
  script: OwnScript | null;
  cancel: () => void;
  save: (script: Omit<OwnScript, 'id'> & { id: string | null }) => Promise<boolean>;
}

const longestTitle = 60;
const longestText = 2_000;

/** Writes or changes a reply of one's own. */
export function OwnScriptDialog({ script, cancel, save }: Props) {
  const { text } = useText();
  const required = [{ required: true, whitespace: true, message: text.signIn.required }];
  return (
    <FormDialog<Omit<OwnScript, 'id'>>
      open={script !== null}
      close={cancel}
      title={script?.id ? text.search.changeOwn : text.search.addOwn}
      testId="own-save"
      {...(script ? { initialValues: { title: script.title, text: script.text } } : {})}
      submit={(fields) => save({ ...fields, id: script?.id || null })}
    >
      {() => (
        <>
          <Form.Item name="title" label={text.search.ownTitle} rules={required}>
            <Input autoFocus maxLength={longestTitle} data-testid="own-title" />
          </Form.Item>
          <Form.Item name="text" label={text.search.ownText} rules={required} extra={text.search.ownHint}>
            <Input.TextArea rows={4} maxLength={longestText} data-testid="own-text" />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
