import { useCallback, useRef } from 'react';
import { sendTyping } from '../../api/deskApi';

/** The buyer's page shows the sign for a few seconds, so telling it this often is enough, in milliseconds. */
const pause = 3_000;

/** Tells the buyer that somebody is typing. */
export function useTypingNotice(conversationId: string): () => void {
  const last = useRef(0);
  return useCallback(() => {
    const now = Date.now();
    if (now - last.current < pause) return;
    last.current = now;
    void sendTyping(conversationId).catch(() => {});
  }, [conversationId]);
}
