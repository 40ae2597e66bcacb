import type { Bulletin } from '../api/bulletinApi';
import { dayText, timeText } from '../conversations/transcript/timeText';
import { Pill } from '../shell/Pill';
import { useText } from '../text/ConsoleTextContext';
import { nameOf } from '../text/nameOf';
import styles from './Bulletins.module.css';

/** A bulletin as it is read. */
export function BulletinText({ bulletin }: { bulletin: Bulletin }) {
  const { text, language } = useText();
  const words = text.bulletins;
  return (
    <>
      <h3 className={styles.title}>
        <Pill tone="brand">{bulletin.channel === null ? words.allChannels : nameOf(text.names.channel, bulletin.channel)}</Pill> {bulletin.title}
      </h3>
      <p className={styles.text}>{bulletin.text}</p>
      <p className={styles.about}>{words.about(dayText(bulletin.effectiveOn, language), bulletin.writtenBy, timeText(bulletin.writtenAt, language))}</p>
    </>
  );
}
