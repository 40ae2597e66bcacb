import { StarFilled, StarOutlined } from '@ant-design/icons';
import { Button } from 'antd';
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
  /** Whether it is in the editors' inbox. */
  saved: boolean;
  /** Puts it there; null where nobody may. */
  save: ((message: Message) => void) | null;
}

/** One message, on the left for the buyer and on the right for the shop; notes stand in the middle. */
export const MessageRow = memo(function MessageRow({ message, buyer, saved, save }: Props) {
  const { text, language } = useText();
  if (message.from === 'system' || message.kind === 'note') {
    return (
      <li
        className={`${styles.note} ${message.kind === 'note' ? styles.handed : ''}`}
        data-testid="message"
        data-from={message.from}
        data-kind={message.kind}
        data-seq={message.seq}
      >
        {message.kind === 'note' && <b>{text.transcript.noteOf(message.name ?? '')} </b>}
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
        {message.from === 'agent' &&
          (saved ? (
            <span data-testid="reply-saved">
              <StarFilled /> {text.saving.saved}
            </span>
          ) : (
            save && (
              <Button
                className={styles.save ?? ''}
                size="small"
                type="text"
                icon={<StarOutlined />}
                data-testid="save-reply"
                onClick={() => save(message)}
              >
                {text.saving.action}
              </Button>
            )
          ))}
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
