import { Button } from 'antd';
import { useText } from '../../text/ConsoleTextContext';
import type { Suggestion } from '../../api/types';
import { TemplateText } from './TemplateText';
import styles from './SuggestionRow.module.css';

interface Props {
  suggestion: Suggestion;
  number: number;
  usable: boolean;
  use: (suggestion: Suggestion) => void;
  sendNow: (suggestion: Suggestion) => void;
}

export function SuggestionRow({ suggestion, number, usable, use, sendNow }: Props) {
  const { text } = useText();
  return (
    <li className={styles.row} data-testid={`suggestion-${number}`} data-script={suggestion.scriptId}>
      <kbd>{number}</kbd>
      <div className={styles.body}>
        <p className={styles.text} data-testid="suggestion-text">
          <TemplateText template={suggestion.text} />
        </p>
        <p className={styles.reason} title={suggestion.scriptId}>
          <b>{Math.round(suggestion.score * 100)}%</b> {suggestion.question}
          {suggestion.reason !== suggestion.question && ` · ${text.suggestions.like(suggestion.reason)}`}
        </p>
      </div>
      {usable && (
        <div className={styles.actions}>
          <Button size="small" data-testid={`suggestion-use-${number}`} onClick={() => use(suggestion)}>
            {text.suggestions.use}
          </Button>
          <Button
            size="small"
            type="primary"
            ghost
            data-testid={`suggestion-send-${number}`}
            onClick={() => sendNow(suggestion)}
          >
            {text.suggestions.send}
          </Button>
        </div>
      )}
    </li>
  );
}
