import { SearchOutlined, SendOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { RefObject } from 'react';
import type { Finding } from '../../api/types';
import { useText } from '../../text/ConsoleTextContext';
import { DraftField, type DraftFieldHandle } from './DraftField';
import { FindingList } from './FindingList';
import { findSlots } from './slots';
import styles from './DraftBox.module.css';

interface Props {
  field: RefObject<DraftFieldHandle>;
  value: string;
  findings: readonly Finding[];
  change: (text: string) => void;
  mend: (finding: Finding) => void;
  choose: (digit: number) => boolean;
  search: () => void;
  ask: () => void;
  send: () => void;
}

/** Where a reply is written, checked and sent. */
export function DraftBox({ field, value, findings, change, mend, choose, search, ask, send }: Props) {
  const { text } = useText();
  const slots = findSlots(value).length;
  return (
    <section className={styles.box} aria-label={text.draft.label}>
      <DraftField ref={field} value={value} findings={findings} change={change} send={send} choose={choose} />
      <FindingList findings={findings} mend={mend} ask={ask} />
      <div className={styles.foot}>
        <Button size="small" type="text" icon={<SearchOutlined />} data-testid="open-search" onClick={search}>
          {text.draft.search} <kbd>Ctrl K</kbd>
        </Button>
        <span className={styles.space} />
        {slots > 0 && (
          <span className={styles.slots} role="status" data-testid="slots-left">
            {text.draft.slotsLeft(slots)}
          </span>
        )}
        {value && <span className={styles.length}>{text.draft.length(value.length)}</span>}
        <Button type="primary" icon={<SendOutlined />} data-testid="send" disabled={!value.trim()} onClick={send}>
          {text.draft.send}
        </Button>
      </div>
    </section>
  );
}
