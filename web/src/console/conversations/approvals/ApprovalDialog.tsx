import { Form, Input, InputNumber, Select } from 'antd';
import { useEffect, useState } from 'react';
import { listApprovalCases } from '../../api/deskApi';
import type { ApprovalCase } from '../../api/types';
import { FormDialog } from '../../shell/FormDialog';
import { useAttempt } from '../../shell/useAttempt';
import { useText } from '../../text/ConsoleTextContext';

interface Fields {
  case: string;
  yuan: number;
  reason: string;
}

interface Props {
  open: boolean;
  /** What the buyer asks for; its case is chosen beforehand. */
  intent: string | null;
  cancel: () => void;
  /** Resolves to whether it succeeded. */
  ask: (asked: Fields) => Promise<boolean>;
}

const longestReason = 300;

/** Asks a supervisor to allow a discount or a compensation, within what the policy lets anybody grant. */
export function ApprovalDialog({ open, intent, cancel, ask }: Props) {
  const { text } = useText();
  const attempt = useAttempt();
  const [cases, setCases] = useState<readonly ApprovalCase[] | null>(null);

  useEffect(() => {
    if (open && !cases) void attempt(async () => setCases((await listApprovalCases()).items));
  }, [open, cases, attempt]);
  if (!cases) return null;

  const askable = cases.filter(({ approver }) => approver !== 'owner');
  const fitting = askable.filter((each) => each.intent === intent);
  const likely = fitting.find(({ approver }) => approver === 'supervisor') ?? fitting[0];
  const ceilingOf = (name: string) => cases.find((each) => each.case === name)?.maxYuan ?? 0;

  return (
    <FormDialog<Fields>
      open={open}
      close={cancel}
      title={text.approval.heading}
      okText={text.approval.submit}
      testId="approval-submit"
      width={480}
      {...(likely ? { initialValues: { case: likely.case } } : {})}
      submit={ask}
    >
      {() => (
        <>
          <Form.Item name="case" label={text.approval.case} rules={[{ required: true, message: text.signIn.required }]}>
            <Select
              autoFocus
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={text.approval.caseHint}
              data-testid="approval-case"
              options={askable.map((each) => ({ value: each.case, label: text.approval.caseLabel(each.case, each.maxYuan, each.approver) }))}
            />
          </Form.Item>
          <Form.Item
            name="yuan"
            label={text.approval.yuan}
            dependencies={['case']}
            rules={[
              { required: true, message: text.signIn.required },
              ({ getFieldValue }) => ({
                validator: async (_, yuan: number | undefined) => {
                  const name = getFieldValue('case') as string | undefined;
                  if (yuan && name && yuan > ceilingOf(name)) throw new Error(text.approval.above(name, ceilingOf(name)));
                },
              }),
            ]}
          >
            <InputNumber min={0.01} precision={2} suffix={text.approval.unit} style={{ width: '100%' }} data-testid="approval-yuan" />
          </Form.Item>
          <Form.Item name="reason" label={text.approval.reason} rules={[{ required: true, whitespace: true, message: text.signIn.required }]}>
            <Input.TextArea rows={3} maxLength={longestReason} placeholder={text.approval.reasonHint} data-testid="approval-reason" />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
