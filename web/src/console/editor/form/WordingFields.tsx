import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select, Tooltip } from 'antd';
import { useRef } from 'react';
import type { WordingForm } from '../../api/editorTypes';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import styles from './ScriptFields.module.css';

interface Props {
  wordings: WordingForm[];
  slots: string[];
  change: (wordings: WordingForm[]) => void;
}

/** The ways of answering, each with its slots to insert where the cursor stood last. */
export function WordingFields({ wordings, slots, change }: Props) {
  const { text } = useText();
  const words = text.editor.form;
  const cursors = useRef<Record<number, number>>({});
  const set = (place: number, wording: Partial<WordingForm>) =>
    change(wordings.map((each, index) => (index === place ? { ...each, ...wording } : each)));
  const insert = (place: number, slot: string) => {
    const { text: before } = wordings[place] as WordingForm;
    const at = Math.min(cursors.current[place] ?? before.length, before.length);
    set(place, { text: `${before.slice(0, at)}{{${slot}}}${before.slice(at)}` });
    cursors.current[place] = at + slot.length + 4;
  };

  return (
    <div>
      {wordings.map((wording, place) => (
        <div key={place} className={styles.wording}>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 8 }}
            value={wording.text}
            aria-label={`${text.editor.fields.wordings} ${place + 1}`}
            data-testid={`wording-${place}`}
            onChange={(event) => set(place, { text: event.target.value })}
            onSelect={(event) => {
              cursors.current[place] = event.currentTarget.selectionStart;
            }}
          />
          <div className={styles.tools}>
            <Select
              size="small"
              showSearch={{ optionFilterProp: 'label' }}
              style={{ width: 190 }}
              value={null}
              placeholder={words.insertSlot}
              aria-label={words.insertSlot}
              onSelect={(slot: string | null) => slot && insert(place, slot)}
              options={slots.map((slot) => ({ value: slot, label: `${nameOf(text.names.slot, slot)} ${slot}` }))}
            />
            <Checkbox checked={wording.simpler} onChange={(event) => set(place, { simpler: event.target.checked })}>
              {words.simpler}
            </Checkbox>
            <span className={styles.space} />
            {wordings.length > 1 && (
              <Tooltip title={words.removeWording}>
                <Button
                  size="small"
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={words.removeWording}
                  onClick={() => change(wordings.filter((_, index) => index !== place))}
                />
              </Tooltip>
            )}
          </div>
        </div>
      ))}
      <Button
        type="dashed"
        block
        icon={<PlusOutlined />}
        style={{ marginTop: 8 }}
        data-testid="wording-add"
        onClick={() => change([...wordings, { text: '', simpler: false }])}
      >
        {words.addWording}
      </Button>
    </div>
  );
}
