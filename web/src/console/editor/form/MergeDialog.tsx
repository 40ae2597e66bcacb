import { Button, Modal, Segmented } from 'antd';
import { useState } from 'react';
import type { ScriptForm, ScriptItem } from '../../api/editorTypes';
import { useText } from '../../text/ConsoleTextContext';
import { FieldDiff } from '../publish/FieldDiff';
import { type FormField, linesOf, mergeForms } from './mergeForms';

interface Props {
  base: ScriptForm;
  mine: ScriptForm;
  theirs: ScriptItem;
  save: (merged: ScriptForm) => void;
  discard: () => void;
  close: () => void;
}

/** The second of two editors decides: both changes together, theirs only, or not now. */
export function MergeDialog({ base, mine, theirs, save, discard, close }: Props) {
  const { text } = useText();
  const words = text.editor.merge;
  const { merged, conflicts } = mergeForms(base, mine, theirs.script);
  const [fromThem, setFromThem] = useState<ReadonlySet<FormField>>(new Set());
  const choose = (field: FormField, whose: string) => {
    const next = new Set(fromThem);
    if (whose === 'theirs') next.add(field);
    else next.delete(field);
    setFromThem(next);
  };
  const chosen = () => {
    const taken = Object.fromEntries([...fromThem].map((field) => [field, theirs.script[field]]));
    return { ...merged, ...taken };
  };

  return (
    <Modal
      open
      title={words.heading}
      onCancel={close}
      width={640}
      data-testid="merge"
      footer={[
        <Button key="close" onClick={close}>
          {words.cancel}
        </Button>,
        <Button key="discard" danger data-testid="merge-discard" onClick={discard}>
          {words.discard}
        </Button>,
        <Button key="save" type="primary" data-testid="merge-save" onClick={() => save(chosen())}>
          {words.save}
        </Button>,
      ]}
    >
      <p>{conflicts.length === 0 ? words.clean : words.conflicts}</p>
      {conflicts.map((field) => (
        <div key={field} style={{ marginBottom: 12 }}>
          <div style={{ display: 'flex', alignItems: 'center', gap: 12, marginBottom: 6 }}>
            <strong style={{ flex: 1 }}>{text.editor.fields[field]}</strong>
            <Segmented
              aria-label={text.editor.fields[field] ?? ''}
              value={fromThem.has(field) ? 'theirs' : 'mine'}
              data-testid={`merge-${field}`}
              onChange={(whose) => choose(field, whose)}
              options={[
                { value: 'mine', label: words.mine },
                { value: 'theirs', label: words.theirs },
              ]}
            />
          </div>
          {linesOf(mine, field) && <FieldDiff name={words.difference} before={linesOf(theirs.script, field) ?? []} after={linesOf(mine, field) ?? []} pair />}
        </div>
      ))}
    </Modal>
  );
}
