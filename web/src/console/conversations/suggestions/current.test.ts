import { expect, test } from 'vitest';
import type { Message, Suggestion, SuggestionSet } from '../../api/types';
import { currentSuggestions } from './current';

const set: SuggestionSet = { messageSeq: 3, items: [{ id: 's' } as Suggestion] };
const message = (seq: number, from: Message['from']) => ({ seq, from }) as Message;

test('currentSuggestions_WhenAnAgentHasReplied_AreGone', () => {
  expect(currentSuggestions(set, [message(3, 'buyer'), message(4, 'agent')])).toBeNull();
});

test('currentSuggestions_WhenOnlyTheBotSpokeSince_Stay', () => {
  expect(currentSuggestions(set, [message(2, 'agent'), message(3, 'buyer'), message(4, 'bot')])).toBe(set);
});

test('currentSuggestions_WhenThereAreNone_IsNull', () => {
  expect(currentSuggestions({ messageSeq: 1, items: [] }, [])).toBeNull();
  expect(currentSuggestions(null, [])).toBeNull();
});
