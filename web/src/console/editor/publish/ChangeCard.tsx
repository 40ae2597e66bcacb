import { Button } from 'antd';
import type { ScriptChange, SendMode } from '../../api/editorTypes';
import { Pill, type Tone } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import styles from './ChangeCard.module.css';
import { FieldDiff } from './FieldDiff';

const tones: Record<ScriptChange['kind'], Tone> = { added: 'calm', removed: 'late', changed: 'brand' };

/** Lists in which every text stands for itself; of the others one text became another. */
const lists = new Set(['variants', 'tags']);

/** How one script would change, text by text. */
export function ChangeCard({ change, open }: { change: ScriptChange; open: () => void }) {
  const { text } = useText();
  const words = text.editor.publish;
  const named = (field: string) => (line: string) =>
    field === 'send' ? (text.editor.form.sendOf[line as SendMode] ?? line) : line;
  return (
    <article className={styles.change} data-testid="change" data-script={change.id} data-kind={change.kind}>
      <div className={styles.head}>
        <Pill tone={tones[change.kind]}>{words.kind[change.kind]}</Pill>
        <strong>{change.question}</strong>
        <span className={styles.id}>{change.id}</span>
        {change.kind !== 'removed' && (
          <Button type="link" size="small" onClick={open}>
            {words.openScript}
          </Button>
        )}
      </div>
      {change.kind !== 'removed' &&
        change.fields.map(({ field, before, after }) => (
          <FieldDiff
            key={field}
            name={text.editor.fields[field] ?? field}
            before={before.map(named(field))}
            after={after.map(named(field))}
            pair={!lists.has(field)}
          />
        ))}
    </article>
  );
}
