import { Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { listAllScripts } from '../../api/editorApi';
import { useText } from '../../text/ConsoleTextContext';
import { useLoaded } from '../../live/useLoaded';
import type { Addition } from './addToScript';
import styles from './InboxExamples.module.css';
import growing from '../../shell/Growing.module.css';

interface Props {
  /** The script that is chosen to begin with. */
  scriptId: string | null;
  question: string;
  /** What was replied, where that may become a way of answering. */
  reply?: string;
  add: (scriptId: string, addition: Addition) => Promise<boolean>;
  close: () => void;
}

const submitId = { 'data-testid': 'variant-submit' };

/** Chooses the script that answers a question already, and what of question and reply is written down there. */
export function AddToScriptDialog({ scriptId: first, question, reply, add, close }: Props) {
  const { text } = useText();
  const words = text.editor.inbox;
  const { value } = useLoaded(listAllScripts);
  const [scriptId, setScriptId] = useState<string | null>(first);
  const [variant, setVariant] = useState(question);
  const [wording, setWording] = useState(reply ?? '');
  const [takes, setTakes] = useState({ variant: reply === undefined, wording: reply !== undefined });
  const [busy, setBusy] = useState(false);
  const addition: Addition = {
    ...(takes.variant && variant.trim() ? { variant: variant.trim() } : {}),
    ...(takes.wording && wording.trim() ? { wording: wording.trim() } : {}),
  };
  const ready = scriptId !== null && Object.keys(addition).length > 0;

  const submit = async () => {
    if (!ready) return;
    setBusy(true);
    if (!(await add(scriptId, addition))) setBusy(false);
  };

  return (
    <Modal
      open
      title={words.choose}
      onCancel={close}
      onOk={() => void submit()}
      okText={reply === undefined ? words.variant : words.addTo}
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
        options={(value?.items ?? []).map(({ id, question: asked }) => ({ value: id, label: `${asked} ${id}` }))}
      />
      {reply !== undefined && (
        <Checkbox checked={takes.variant} data-testid="take-variant" onChange={({ target }) => setTakes({ ...takes, variant: target.checked })}>
          {words.asVariant}
        </Checkbox>
      )}
      <Input value={variant} disabled={!takes.variant} aria-label={words.text} data-testid="variant-text" onChange={(event) => setVariant(event.target.value)} />
      {reply !== undefined && (
        <div className={styles.second}>
          <Checkbox checked={takes.wording} data-testid="take-wording" onChange={({ target }) => setTakes({ ...takes, wording: target.checked })}>
            {words.asWording}
          </Checkbox>
          <Input.TextArea
            rows={2}
            className={growing.grows}
            value={wording}
            disabled={!takes.wording}
            aria-label={words.asWording}
            data-testid="wording-text"
            onChange={(event) => setWording(event.target.value)}
          />
          <p className={styles.line}>{words.wordingHint}</p>
        </div>
      )}
    </Modal>
  );
}
