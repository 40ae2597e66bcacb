import type { Message, SuggestionSet } from '../../api/types';

/** The suggestions that still answer something: none once an agent has replied to the message they are for. */
export function currentSuggestions(set: SuggestionSet | null, messages: readonly Message[]): SuggestionSet | null {
  if (!set || set.items.length === 0) return null;
  return messages.some((message) => message.from === 'agent' && message.seq > set.messageSeq) ? null : set;
}
