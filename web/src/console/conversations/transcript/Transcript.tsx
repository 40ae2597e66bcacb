import { DownOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Message } from '../../api/types';
import { useText } from '../../text/ConsoleTextContext';
import type { PendingReply } from '../OpenConversation';
import { MessageRow } from './MessageRow';
import { PendingRow } from './PendingRow';
import styles from './Transcript.module.css';

interface Props {
  messages: readonly Message[];
  pending: readonly PendingReply[];
  buyer: string;
  typing: boolean;
  retry: (clientId: string) => void;
  /** The messages in the editors' inbox. */
  saved: readonly number[];
  save: ((message: Message) => void) | null;
}

/** How near the end, in pixels, counts as reading the newest. */
const nearEnd = 80;

/** All messages; it follows the newest one as long as the reader is at the end. Not drawn anew for every keystroke. */
export const Transcript = memo(function Transcript({ messages, pending, buyer, typing, retry, saved, save }: Props) {
  const { text } = useText();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const following = useRef(true);
  const [away, setAway] = useState(false);

  const toEnd = () => {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
  };

  useLayoutEffect(() => {
    if (pending.length > 0) following.current = true;
    if (following.current) toEnd();
  }, [messages, pending, typing]);

  // Pictures and rows that come into view change their height after the fact.
  useEffect(() => {
    const observer = new ResizeObserver(() => following.current && toEnd());
    if (list.current) observer.observe(list.current);
    if (scroller.current) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);

  const scrolled = () => {
    const element = scroller.current;
    if (!element) return;
    following.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
    setAway(!following.current);
  };

  return (
    <div className={styles.frame}>
      <div
        ref={scroller}
        className={styles.scroller}
        onScroll={scrolled}
        role="log"
        aria-label={text.transcript.label}
        tabIndex={0}
        data-testid="transcript"
      >
        <ul ref={list}>
          {messages.length === 0 && pending.length === 0 && <li className={styles.empty}>{text.transcript.empty}</li>}
          {messages.map((message) => (
            <MessageRow key={message.seq} message={message} buyer={buyer} saved={saved.includes(message.seq)} save={save} />
          ))}
          {pending.map((reply) => (
            <PendingRow key={reply.clientId} reply={reply} retry={retry} />
          ))}
          {typing && (
            <li className={styles.typing} data-testid="buyer-typing">
              {text.transcript.typing}
            </li>
          )}
        </ul>
      </div>
      {away && (
        <Button
          className={styles.newest}
          size="small"
          shape="round"
          icon={<DownOutlined />}
          onClick={() => {
            following.current = true;
            toEnd();
          }}
        >
          {text.transcript.newest}
        </Button>
      )}
    </div>
  );
});
