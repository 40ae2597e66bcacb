import type { BuyerText } from '../text/zh';
import type { PictureFault } from './pictureRules';
import styles from './UploadNotice.module.css';

interface Props {
  text: BuyerText;
  fault: PictureFault;
  close: () => void;
}

/** Why a chosen file was not sent. */
export function UploadNotice({ text, fault, close }: Props) {
  return (
    <div className={styles.notice} role="alert" data-testid="upload-notice">
      <span>{fault === 'too-large' ? text.imageTooLarge : text.notAnImage}</span>
      <button type="button" onClick={close}>
        {text.close}
      </button>
    </div>
  );
}
