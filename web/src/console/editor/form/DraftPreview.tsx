import { Select } from 'antd';
import { memo, useState } from 'react';
import type { PlatformPreview } from '../../api/editorTypes';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import styles from './CheckPanel.module.css';

/** How a script reads on a platform of one's choice. Drawn anew only when a verdict comes. */
export const DraftPreview = memo(function DraftPreview({ platforms }: { platforms: readonly PlatformPreview[] }) {
  const { text, language } = useText();
  const words = text.editor.form;
  const [channel, setChannel] = useState('web');
  const preview = platforms.find((each) => each.channel === channel);
  const remark = (each: PlatformPreview) => {
    if (!each.allowed) return words.unused;
    return each.wordings.some(({ forbidden }) => forbidden.length > 0) ? words.unfit : null;
  };

  return (
    <section>
      <h3>{words.preview}</h3>
      <Select
        value={channel}
        onChange={setChannel}
        style={{ width: '100%' }}
        aria-label={words.preview}
        data-testid="preview-channel"
        options={platforms.map((each) => ({ value: each.channel, label: [nameOf(text.names.channel, each.channel), remark(each)].filter(Boolean).join(' · ') }))}
      />
      <p className={styles.note}>{preview?.allowed === false ? words.notHere : words.previewHint}</p>
      {preview?.allowed &&
        preview.wordings.map((wording, index) => (
          <div key={index} data-testid="preview">
            <p className={styles.bubble}>{wording.text}</p>
            {wording.unfilled.length > 0 && (
              <p className={styles.note}>
                {words.unfilled + text.colon + wording.unfilled.map((slot) => nameOf(text.names.slot, slot)).join(text.comma)}
              </p>
            )}
            {wording.forbidden.map((each) => (
              <p key={each.zh} className={styles.bad}>
                {each[language]}
              </p>
            ))}
          </div>
        ))}
    </section>
  );
});
