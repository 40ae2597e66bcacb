import { Button } from 'antd';
import type { BulletinReader, BulletinRow } from '../api/bulletinApi';
import { timeText } from '../conversations/transcript/timeText';
import { Pill } from '../shell/Pill';
import { useText } from '../text/ConsoleTextContext';
import { BulletinText } from './BulletinText';
import styles from './Bulletins.module.css';

interface Props {
  row: BulletinRow;
  /** Takes it back; absent for whoever may not. */
  withdraw?: () => void;
}

/** A bulletin in the list, with who has read it for those who watch over that. */
export function BulletinCard({ row: { bulletin, readAt, readers }, withdraw }: Props) {
  const { text, language } = useText();
  const words = text.bulletins;
  const open = bulletin.withdrawnAt === null;
  return (
    <article className={`${styles.card} ${open ? '' : styles.withdrawn}`} data-testid="bulletin" data-bulletin={bulletin.id}>
      <BulletinText bulletin={bulletin} />
      <div className={styles.foot}>
        {!open && <Pill>{words.withdrawn}</Pill>}
        {readAt && <Pill tone="calm">{words.readByMe(timeText(readAt, language))}</Pill>}
        {open && withdraw && (
          <Button size="small" data-testid="bulletin-withdraw" onClick={withdraw}>
            {words.withdraw}
          </Button>
        )}
      </div>
      {readers && <Readers readers={readers} />}
    </article>
  );
}

/** How many have read it, and on opening who and when. */
function Readers({ readers }: { readers: readonly BulletinReader[] }) {
  const { text, language } = useText();
  const words = text.bulletins;
  const read = readers.filter((reader) => reader.readAt !== null).length;
  return (
    <details className={styles.readers} data-testid="bulletin-readers" data-read={read} data-of={readers.length}>
      <summary>
        <Pill tone={read < readers.length ? 'warn' : 'calm'}>{words.readBy(read, readers.length)}</Pill>
      </summary>
      <ul>
        {readers.map((reader) => (
          <li key={reader.id}>
            <span>{reader.displayName}</span>
            {reader.readAt ? <time dateTime={reader.readAt}>{timeText(reader.readAt, language)}</time> : <Pill tone="warn">{words.unread}</Pill>}
          </li>
        ))}
      </ul>
    </details>
  );
}
