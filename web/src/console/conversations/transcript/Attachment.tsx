import { FileOutlined } from '@ant-design/icons';
import type { MessageAttachment } from '../../api/types';
import { useText } from '../../text/ConsoleTextContext';
import { isOwnAddress } from './ownAddress';
import styles from './Attachment.module.css';

/** A picture or file of a message. Nothing is loaded from another address than the program's own. */
export function Attachment({ attachment }: { attachment: MessageAttachment }) {
  const { text } = useText();
  const name = attachment.name ?? text.list.picture;
  if (!isOwnAddress(attachment.url, window.location.origin)) {
    return (
      <span className={styles.file}>
        <FileOutlined /> {name} · {text.transcript.external}
      </span>
    );
  }
  if (attachment.contentType.startsWith('image/')) {
    return (
      <a href={attachment.url} target="_blank" rel="noreferrer">
        <img className={styles.picture} src={attachment.url} alt={name} loading="lazy" data-testid="attachment-image" />
      </a>
    );
  }
  return (
    <a className={styles.file} href={attachment.url} download={name} data-testid="attachment-file">
      <FileOutlined /> {name}
    </a>
  );
}
