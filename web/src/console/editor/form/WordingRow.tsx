import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Select, Tooltip } from 'antd';
import { memo, useCallback, useMemo, useRef } from 'react';
import type { WordingForm } from '../../api/editorTypes';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import styles from './ScriptFields.module.css';
import { useLatest } from './useLatest';
import growing from '../../shell/Growing.module.css';

interface Props {
  wording: WordingForm;
  place: number;
  slots: string[];
  change: (place: number, wording: WordingForm) => void;
  /** Takes it out; absent for the only one. */
  remove: ((place: number) => void) | undefined;
}

/** One way of answering, with its slots to insert where the cursor stood last. Not drawn anew while another one is written. */
export const WordingRow = memo(function WordingRow({ wording, place, slots, change, remove }: Props) {
  const { text } = useText();
  const words = text.editor.form;
  const cursor = useRef<number | null>(null);
  const choices = useMemo(() => slots.map((slot) => ({ value: slot, label: `${nameOf(text.names.slot, slot)} ${slot}` })), [slots, text]);

  const latest = useLatest(wording);
  const insert = useCallback(
    (slot: string) => {
      const before = latest.current.text;
      const at = Math.min(cursor.current ?? before.length, before.length);
      cursor.current = at + slot.length + 4;
      change(place, { ...latest.current, text: `${before.slice(0, at)}{{${slot}}}${before.slice(at)}` });
    },
    [change, place, latest],
  );
  const tools = useMemo(
    () => (
      <div className={styles.tools}>
        <Select
          size="small"
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: 190 }}
          value={null}
          placeholder={words.insertSlot}
          aria-label={words.insertSlot}
          onSelect={(slot: string | null) => slot && insert(slot)}
          options={choices}
        />
        <Checkbox checked={wording.simpler} onChange={(event) => change(place, { ...latest.current, simpler: event.target.checked })}>
          {words.simpler}
        </Checkbox>
        <span className={styles.space} />
        {remove && (
          <Tooltip title={words.removeWording}>
            <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={words.removeWording} onClick={() => remove(place)} />
          </Tooltip>
        )}
      </div>
    ),
    [words, choices, insert, wording.simpler, change, place, remove, latest],
  );

  return (
    <div className={styles.wording}>
      <Input.TextArea
        rows={2}
        className={growing.grows}
        value={wording.text}
        aria-label={`${text.editor.fields.wordings} ${place + 1}`}
        data-testid={`wording-${place}`}
        onChange={(event) => change(place, { ...wording, text: event.target.value })}
        onSelect={(event) => {
          cursor.current = event.currentTarget.selectionStart;
        }}
      />
      {tools}
    </div>
  );
});
