import type { FieldChange } from '../../api/editorTypes';
import { Pill } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import styles from './ChangeCard.module.css';
import { FieldDiff } from './FieldDiff';

/** How a part of the base besides the scripts would change, entry by entry. */
export function PartCard({ name, fields }: { name: string; fields: readonly FieldChange[] }) {
  const { text } = useText();
  const words = text.editor.publish;
  return (
    <article className={styles.change} data-testid="part-change" data-part={name}>
      <div className={styles.head}>
        <Pill tone="brand">{words.kind.changed}</Pill>
        <strong>{words.partOf[name] ?? name}</strong>
      </div>
      {fields.map(({ field, before, after }) => (
        <FieldDiff key={field} name={field} before={before} after={after} pair={before.length === 1 && after.length === 1} />
      ))}
    </article>
  );
}
