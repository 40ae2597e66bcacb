import { Select } from 'antd';
import { memo, type ReactNode } from 'react';
import type { ConditionsForm, Vocabulary } from '../../api/editorTypes';
import { TimeField } from '../../shell/TimeField';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import styles from './ScriptFields.module.css';

interface Props {
  when: ConditionsForm;
  vocabulary: Vocabulary;
  change: (when: ConditionsForm) => void;
}

type ListField = 'channels' | 'products' | 'categories' | 'buyers' | 'emotions';

/** When a script applies; what is left open restricts nothing. */
export const ConditionFields = memo(function ConditionFields({ when, vocabulary, change }: Props) {
  const { text } = useText();
  const words = text.editor.form;
  const small = (label: string, field: ReactNode) => (
    <label className={styles.small}>
      {label}
      {field}
    </label>
  );
  const list = (field: ListField, options: { value: string; label: string }[]) =>
    small(
      words[field],
      <Select
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={text.editor.any}
        aria-label={words[field]}
        value={when[field]}
        options={options}
        onChange={(values: string[]) => change({ ...when, [field]: values })}
      />,
    );
  const named = (names: Record<string, string>, values: string[]) => values.map((value) => ({ value, label: nameOf(names, value) }));
  const day = (field: 'from' | 'until') =>
    small(
      words[field],
      <TimeField label={words[field]} value={when[field]} onChange={(date) => change({ ...when, [field]: date })} />,
    );

  return (
    <div className={styles.grid}>
      {small(
        words.stage,
        <Select
          value={when.stage}
          aria-label={words.stage}
          options={named(text.names.stage, vocabulary.stages)}
          onChange={(stage) => change({ ...when, stage })}
        />,
      )}
      {list('channels', vocabulary.channels.map(({ id }) => ({ value: id, label: nameOf(text.names.channel, id) })))}
      {list('products', vocabulary.products.map(({ id, name }) => ({ value: id, label: name })))}
      {list('categories', vocabulary.categories.map((value) => ({ value, label: value })))}
      {list('buyers', named(text.names.buyerType, vocabulary.buyers))}
      {list('emotions', named(text.names.emotion, vocabulary.emotions))}
      {small(
        words.hours,
        <Select
          value={when.hours}
          aria-label={words.hours}
          options={vocabulary.hours.map((value) => ({ value, label: words.hoursOf[value] ?? value }))}
          onChange={(hours) => change({ ...when, hours })}
        />,
      )}
      {day('from')}
      {day('until')}
    </div>
  );
});
