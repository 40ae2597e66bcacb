import { Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ScriptForm, ScriptRow, SendMode, Vocabulary } from '../../api/editorTypes';
import { useText } from '../../text/ConsoleTextContext';
import { ConditionFields } from './ConditionFields';
import styles from './ScriptFields.module.css';
import { WordingFields } from './WordingFields';

interface Props {
  form: ScriptForm;
  vocabulary: Vocabulary;
  scripts: readonly ScriptRow[];
  change: (form: ScriptForm) => void;
}

const minutesAnHour = 60;
const firstFollowUp = 24 * minutesAnHour;

/** Everything of a script that can be edited. */
export function ScriptFields({ form, vocabulary, scripts, change }: Props) {
  const { text } = useText();
  const words = text.editor.form;
  const set = (part: Partial<ScriptForm>) => change({ ...form, ...part });
  const field = (label: string, hint: string | null, content: ReactNode) => (
    <div className={styles.field}>
      <span className={styles.label}>
        {label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
      {content}
    </div>
  );

  return (
    <div className={styles.fields}>
      {field(
        words.question,
        null,
        <Input value={form.question} aria-label={words.question} data-testid="form-question" onChange={(event) => set({ question: event.target.value })} />,
      )}
      {field(
        words.variants,
        words.variantsHint,
        <Input.TextArea
          autoSize={{ minRows: 4, maxRows: 12 }}
          value={form.variants.join('\n')}
          aria-label={words.variants}
          data-testid="form-variants"
          onChange={(event) => set({ variants: event.target.value === '' ? [] : event.target.value.split('\n') })}
        />,
      )}
      {field(words.wordings, words.wordingsHint, <WordingFields wordings={form.wordings} slots={vocabulary.slots} change={(wordings) => set({ wordings })} />)}
      {field(
        words.send,
        null,
        <Select<SendMode>
          value={form.send}
          aria-label={words.send}
          onChange={(send) => set({ send })}
          options={(['automatic', 'agent'] as const).map((value) => ({ value, label: words.sendOf[value] }))}
        />,
      )}
      {field(words.conditions, null, <ConditionFields when={form.when} vocabulary={vocabulary} change={(when) => set({ when })} />)}
      {field(
        words.followUp,
        words.followUpHint,
        <div className={styles.tools}>
          <InputNumber
            min={0.5}
            step={1}
            disabled={!form.followUp}
            aria-label={words.after}
            value={form.followUp ? form.followUp.minutes / minutesAnHour : null}
            suffix={words.after}
            style={{ width: 150 }}
            onChange={(hours) => form.followUp && set({ followUp: { ...form.followUp, minutes: Math.round((hours ?? 1) * minutesAnHour) } })}
          />
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            style={{ flex: 1 }}
            aria-label={words.followUp}
            placeholder={words.noFollowUp}
            value={form.followUp?.script ?? null}
            onChange={(script: string | null) =>
              set({ followUp: script ? { script, minutes: form.followUp?.minutes ?? firstFollowUp } : null })
            }
            options={scripts.map(({ id, question }) => ({ value: id, label: `${question} ${id}` }))}
          />
        </div>,
      )}
      {field(
        words.tags,
        null,
        <Select mode="tags" value={form.tags} aria-label={words.tags} open={false} suffixIcon={null} onChange={(tags: string[]) => set({ tags })} />,
      )}
      {field(
        words.note,
        null,
        <Input value={form.note ?? ''} aria-label={words.note} onChange={(event) => set({ note: event.target.value || null })} />,
      )}
    </div>
  );
}
