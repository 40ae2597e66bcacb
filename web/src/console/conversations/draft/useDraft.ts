import { useCallback, useEffect, useState } from 'react';
import type { Origin } from '../OpenConversation';

/** What an agent is about to say, and what it grew from. */
export interface Draft {
  text: string;
  origin: Origin;
}

/** Written by the agent from nothing. */
export const ownWords: Origin = { suggestionId: null, scriptId: null };

export const emptyDraft: Draft = { text: '', origin: ownWords };

const storageKey = (conversationId: string) => `replybot.draft.${conversationId}`;

function storedDraft(conversationId: string): Draft {
  const stored = sessionStorage.getItem(storageKey(conversationId));
  return stored ? { ...emptyDraft, ...(JSON.parse(stored) as Partial<Draft>) } : emptyDraft;
}

/** The draft of one conversation; it survives going to another conversation and a reload of the page. */
export function useDraft(conversationId: string): [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState(() => storedDraft(conversationId));

  useEffect(() => {
    if (draft.text) sessionStorage.setItem(storageKey(conversationId), JSON.stringify(draft));
    else sessionStorage.removeItem(storageKey(conversationId));
  }, [conversationId, draft]);

  // An emptied draft has nothing of the suggestion left.
  const change = useCallback((next: Draft) => setDraft(next.text ? next : emptyDraft), []);
  return [draft, change];
}
