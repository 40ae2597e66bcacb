import styles from './ChangeCard.module.css';
import { diffLines, diffText, type LineChange } from './diffText';

interface Props {
  name: string;
  before: readonly string[];
  after: readonly string[];
  /** Whether a text that went and one that came are the same text, changed. */
  pair: boolean;
}

/** How one field changes, text by text. */
export function FieldDiff({ name, before, after, pair }: Props) {
  return (
    <div className={styles.field}>
      <span className={styles.name}>{name}</span>
      <div>
        {diffLines(before, after, pair).map((line, index) => (
          <p key={index} className={styles.line}>
            <Line line={line} />
          </p>
        ))}
      </div>
    </div>
  );
}

function Line({ line }: { line: LineChange }) {
  const parts = line.kind === 'changed' ? diffText(line.before, line.after) : [line];
  return parts.map((part, index) => {
    if (part.kind === 'removed') return <del key={index} className={styles.removed}>{part.text}</del>;
    if (part.kind === 'added') return <ins key={index} className={styles.added}>{part.text}</ins>;
    return <span key={index}>{part.text}</span>;
  });
}
