import { Input, Select } from 'antd';
import { memo, type ReactNode, useCallback, useMemo } from 'react';
import type { ScriptForm, ScriptRow, SendMode, Vocabulary } from '../../api/editorTypes';
import { useText } from '../../text/ConsoleTextContext';
import { ConditionFields } from './ConditionFields';
import { FollowUpField } from './FollowUpField';
import styles from './ScriptFields.module.css';
import { useLatest } from './useLatest';
import { WordingFields } from './WordingFields';
import growing from '../../shell/Growing.module.css';

interface Props {
  form: ScriptForm;
  vocabulary: Vocabulary;
  scripts: readonly ScriptRow[];
  change: (form: ScriptForm) => void;
}

/** Everything of a script that can be edited. Not drawn anew when only the verdict has come; at a keystroke only the field that is written. */
export const ScriptFields = memo(function ScriptFields({ form, vocabulary, scripts, change }: Props) {
  const { text } = useText();
  const words = text.editor.form;
  // The same function for every drawing, so that fields that did not change are not drawn anew at a keystroke.
  const latest = useLatest({ form, change });
  const set = useCallback((part: Partial<ScriptForm>) => latest.current.change({ ...latest.current.form, ...part }), [latest]);
  const setWordings = useCallback((wordings: ScriptForm['wordings']) => set({ wordings }), [set]);
  const setWhen = useCallback((when: ScriptForm['when']) => set({ when }), [set]);
  const setFollowUp = useCallback((followUp: ScriptForm['followUp']) => set({ followUp }), [set]);
  const question = useMemo(
    () => <Input value={form.question} aria-label={words.question} data-testid="form-question" onChange={(event) => set({ question: event.target.value })} />,
    [form.question, words, set],
  );
  const variants = useMemo(
    () => (
      <Input.TextArea
        rows={4}
        className={growing.grows}
        value={form.variants.join('\n')}
        aria-label={words.variants}
        data-testid="form-variants"
        onChange={(event) => set({ variants: event.target.value === '' ? [] : event.target.value.split('\n') })}
      />
    ),
    [form.variants, words, set],
  );
  const send = useMemo(
    () => (
      <Select<SendMode>
        value={form.send}
        aria-label={words.send}
        onChange={(mode) => set({ send: mode })}
        options={(['automatic', 'agent'] as const).map((value) => ({ value, label: words.sendOf[value] }))}
      />
    ),
    [form.send, words, set],
  );
  const tags = useMemo(
    () => <Select mode="tags" value={form.tags} aria-label={words.tags} open={false} suffixIcon={null} onChange={(chosen: string[]) => set({ tags: chosen })} />,
    [form.tags, words, set],
  );
  const note = useMemo(
    () => <Input value={form.note ?? ''} aria-label={words.note} data-testid="form-note" onChange={(event) => set({ note: event.target.value || null })} />,
    [form.note, words, set],
  );
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
      {field(words.question, null, question)}
      {field(words.variants, words.variantsHint, variants)}
      {field(words.wordings, words.wordingsHint, <WordingFields wordings={form.wordings} slots={vocabulary.slots} change={setWordings} />)}
      {field(words.send, null, send)}
      {field(words.conditions, null, <ConditionFields when={form.when} vocabulary={vocabulary} change={setWhen} />)}
      {field(words.followUp, words.followUpHint, <FollowUpField followUp={form.followUp} scripts={scripts} change={setFollowUp} />)}
      {field(words.tags, null, tags)}
      {field(words.note, null, note)}
    </div>
  );
});
