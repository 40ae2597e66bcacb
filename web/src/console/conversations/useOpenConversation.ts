import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useDeskContext } from '../live/DeskContext';
import { OpenConversation, type OpenState } from './OpenConversation';

/** How long the buyer counts as typing after the last sign of it, in milliseconds. */
const typingFor = 5_000;

export interface Opened {
  open: OpenConversation;
  state: OpenState;
  buyerTyping: boolean;
}

/** One conversation, read from the server and kept up by the live line. */
export function useOpenConversation(id: string): Opened {
  const { connection, store, watch } = useDeskContext();
  const open = useMemo(() => new OpenConversation(id, store.apply), [id, store]);
  const state = useSyncExternalStore(open.subscribe, open.current);
  const [buyerTyping, setBuyerTyping] = useState(false);

  useEffect(() => {
    let timer = 0;
    const stopTyping = () => {
      window.clearTimeout(timer);
      setBuyerTyping(false);
    };
    const looked = () => document.visibilityState === 'visible' && watch(id);
    const leave = [
      connection.on('conversationChanged', ({ conversation, lastSeq }) => {
        if (conversation.id !== id) return;
        if (conversation.lastFrom === 'buyer') stopTyping();
        open.told(conversation, lastSeq);
      }),
      connection.on('suggestionsReady', (ready) => ready.conversationId === id && open.suggested(ready.suggestions)),
      connection.on('buyerTyping', (typing) => {
        if (typing.conversationId !== id) return;
        setBuyerTyping(true);
        window.clearTimeout(timer);
        timer = window.setTimeout(() => setBuyerTyping(false), typingFor);
      }),
      connection.onResync(() => void open.load()),
    ];
    // A line that is about to come up says so.
    if (connection.current() !== 'connecting') void open.load();
    watch(id);
    document.addEventListener('visibilitychange', looked);
    return () => {
      for (const each of leave) each();
      document.removeEventListener('visibilitychange', looked);
      stopTyping();
      open.dispose();
      watch(null);
    };
  }, [connection, id, open, watch]);

  return { open, state, buyerTyping };
}
