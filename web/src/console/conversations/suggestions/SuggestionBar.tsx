import { memo } from 'react';
import { useText } from '../../text/ConsoleTextContext';
import type { Suggestion, SuggestionSet } from '../../api/types';
import { SuggestionRow } from './SuggestionRow';
import styles from './SuggestionBar.module.css';

interface Props {
  suggestions: SuggestionSet | null;
  /** Whether the agent holds the conversation and so may reply. */
  usable: boolean;
  /** Whether the buyer waits for a reply; without one to give there is nothing to suggest. */
  expected: boolean;
  use: (suggestion: Suggestion) => void;
  sendNow: (suggestion: Suggestion) => void;
}

/** The best replies for the buyer's last message. Not drawn anew for every keystroke. */
export const SuggestionBar = memo(function SuggestionBar({ suggestions, usable, expected, use, sendNow }: Props) {
  const { text } = useText();
  if (!suggestions && !(usable && expected)) return null;
  return (
    <section className={styles.bar} aria-label={text.suggestions.heading} data-testid="suggestions">
      <div className={styles.head}>
        <h3>{text.suggestions.heading}</h3>
        {suggestions && usable && <span>{text.suggestions.hint}</span>}
      </div>
      {suggestions ? (
        <ol>
          {suggestions.items.map((suggestion, index) => (
            <SuggestionRow
              key={suggestion.id}
              suggestion={suggestion}
              number={index + 1}
              usable={usable}
              use={use}
              sendNow={sendNow}
            />
          ))}
        </ol>
      ) : (
        <p className={styles.none}>{text.suggestions.none}</p>
      )}
    </section>
  );
});
