import { memo } from 'react';
import type { Message } from '../../api/types';
import { Pill } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import { Attachment } from './Attachment';
import styles from './MessageRow.module.css';
import { timeText } from './timeText';

interface Props {
  message: Message;
  buyer: string;
}

/** One message, on the left for the buyer and on the right for the shop; notes stand in the middle. */
export const MessageRow = memo(function MessageRow({ message, buyer }: Props) {
  const { text, language } = useText();
  if (message.from === 'system' || message.kind === 'note') {
    return (
      <li className={styles.note} data-testid="message" data-from={message.from} data-seq={message.seq}>
        {message.text} · {timeText(message.at, language)}
      </li>
    );
  }

  const speaker = message.from === 'buyer' ? buyer : (message.name ?? text.transcript.bot);
  return (
    <li
      className={`${styles.row} ${styles[message.from]}`}
      data-testid="message"
      data-from={message.from}
      data-seq={message.seq}
    >
      <div className={styles.head}>
        <span>{speaker}</span>
        {message.kind === 'notice' && <Pill>{text.transcript.notice}</Pill>}
        {message.kind === 'question' && <Pill tone="bot">{text.transcript.question}</Pill>}
        <time dateTime={message.at}>{timeText(message.at, language)}</time>
      </div>
      <div className={styles.bubble} data-testid="message-text" title={message.scriptId ? `${text.transcript.script} ${message.scriptId}` : undefined}>
        {message.text && <span className={styles.text}>{message.text}</span>}
        {message.attachments.map((attachment) => (
          <Attachment key={attachment.url} attachment={attachment} />
        ))}
      </div>
      {message.choices.length > 0 && (
        <div className={styles.choices}>
          {message.choices.map((choice) => (
            <span key={choice}>{choice}</span>
          ))}
        </div>
      )}
    </li>
  );
});
