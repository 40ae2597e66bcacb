import { hooks } from 'botframework-webchat';
import { useEffect, useState } from 'react';
import type { BuyerText } from '../text/zh';
import styles from './Welcome.module.css';

interface Props {
  text: BuyerText;
  /** A resumed transcript takes a moment to come back; nobody is greeted as new before that. */
  resumed: boolean;
}

const replayTime = 1_500;

/** What an empty conversation shows in place of a transcript. */
export function Welcome({ text, resumed }: Props) {
  const [activities] = hooks.useActivities();
  const sendMessage = hooks.useSendMessage();
  const [due, setDue] = useState(!resumed);

  useEffect(() => {
    const timer = window.setTimeout(() => setDue(true), replayTime);
    return () => window.clearTimeout(timer);
  }, []);

  if (!due || activities.some((activity) => activity.type === 'message')) return null;
  return (
    <section className={styles.welcome} aria-label={text.welcome.heading} data-testid="welcome">
      <h2>{text.welcome.heading}</h2>
      <p>{text.welcome.explanation}</p>
      <div className={styles.questions}>
        {text.welcome.questions.map((question) => (
          <button key={question} type="button" data-testid="quick-question" onClick={() => sendMessage(question)}>
            {question}
          </button>
        ))}
      </div>
    </section>
  );
}
