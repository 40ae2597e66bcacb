import { InputNumber, Select } from 'antd';
import { memo, useMemo } from 'react';
import type { ScriptForm, ScriptRow } from '../../api/editorTypes';
import { useText } from '../../text/ConsoleTextContext';
import styles from './ScriptFields.module.css';

interface Props {
  followUp: ScriptForm['followUp'];
  scripts: readonly ScriptRow[];
  change: (followUp: ScriptForm['followUp']) => void;
}

const minutesAnHour = 60;
const firstFollowUp = 24 * minutesAnHour;

/** Which script is said by itself later, and when. */
export const FollowUpField = memo(function FollowUpField({ followUp, scripts, change }: Props) {
  const { text } = useText();
  const words = text.editor.form;
  const choices = useMemo(() => scripts.map(({ id, question }) => ({ value: id, label: `${question} ${id}` })), [scripts]);
  return (
    <div className={styles.tools}>
      <InputNumber
        min={0.5}
        step={1}
        disabled={!followUp}
        aria-label={words.after}
        value={followUp ? followUp.minutes / minutesAnHour : null}
        suffix={words.after}
        style={{ width: 150 }}
        onChange={(hours) => followUp && change({ ...followUp, minutes: Math.round((hours ?? 1) * minutesAnHour) })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        style={{ flex: 1 }}
        aria-label={words.followUp}
        placeholder={words.noFollowUp}
        value={followUp?.script ?? null}
        onChange={(script: string | null) => change(script ? { script, minutes: followUp?.minutes ?? firstFollowUp } : null)}
        options={choices}
      />
    </div>
  );
});
