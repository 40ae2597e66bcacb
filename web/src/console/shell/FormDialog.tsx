import { Form, type FormInstance, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useText } from '../text/ConsoleTextContext';

interface Props<Fields> {
  open: boolean;
  title: string;
  /** What the button says; saving, if nothing is said. */
  okText?: string;
  /** The test id of the button. */
  testId: string;
  width?: number;
  initialValues?: Partial<Fields>;
  /** Resolves to whether it succeeded; then the dialog closes. */
  submit: (fields: Fields) => Promise<boolean>;
  close: () => void;
  children: (form: FormInstance<Fields>) => ReactNode;
}

/** A form in a dialog: one button, busy while it is sent, open as long as it did not succeed. */
export function FormDialog<Fields extends object>({
  open,
  title,
  okText,
  testId,
  width = 520,
  initialValues,
  submit,
  close,
  children,
}: Props<Fields>) {
  const { text } = useText();
  const [form] = Form.useForm<Fields>();
  const [busy, setBusy] = useState(false);

  const finish = async (fields: Fields) => {
    setBusy(true);
    if (await submit(fields)) close();
    setBusy(false);
  };

  return (
    <Modal
      open={open}
      onCancel={close}
      title={title}
      okText={okText ?? text.save}
      cancelText={text.cancel}
      confirmLoading={busy}
      onOk={form.submit}
      okButtonProps={{ 'data-testid': testId }}
      destroyOnHidden
      width={width}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        {...(initialValues ? { initialValues } : {})}
        onFinish={(fields) => void finish(fields)}
      >
        {children(form)}
      </Form>
    </Modal>
  );
}
