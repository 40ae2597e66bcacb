import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { listAllScripts } from '../../api/editorApi';
import type { InboxGroup } from '../../api/editorTypes';
import { useText } from '../../text/ConsoleTextContext';
import { useLoaded } from '../useLoaded';

interface Props {
  group: InboxGroup;
  add: (scriptId: string, variant: string) => Promise<boolean>;
  close: () => void;
}

const submitId = { 'data-testid': 'variant-submit' };

/** Chooses the script that answers a question already, and how the question is written down there. */
export function VariantDialog({ group, add, close }: Props) {
  const { text } = useText();
  const words = text.editor.inbox;
  const { value } = useLoaded(listAllScripts);
  const [scriptId, setScriptId] = useState<string | null>(group.scriptId);
  const [variant, setVariant] = useState(group.question);
  const [busy, setBusy] = useState(false);
  const ready = scriptId !== null && variant.trim() !== '';

  const submit = async () => {
    if (!ready) return;
    setBusy(true);
    if (!(await add(scriptId, variant.trim()))) setBusy(false);
  };

  return (
    <Modal
      open
      title={words.choose}
      onCancel={close}
      onOk={() => void submit()}
      okText={words.variant}
      confirmLoading={busy}
      okButtonProps={{ disabled: !ready, ...submitId }}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: '100%', marginBottom: 12 }}
        placeholder={words.chooseHint}
        aria-label={words.choose}
        data-testid="variant-script"
        loading={!value}
        value={scriptId}
        onChange={setScriptId}
        options={(value?.items ?? []).map(({ id, question }) => ({ value: id, label: `${question} ${id}` }))}
      />
      <Input value={variant} aria-label={words.text} data-testid="variant-text" onChange={(event) => setVariant(event.target.value)} />
    </Modal>
  );
}
