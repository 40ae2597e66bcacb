import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { PlaygroundAnswer } from '../../api/editorTypes';
import { toneOf } from '../../conversations/list/EmotionTag';
import { Pill } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import styles from './PlaygroundPage.module.css';

const percent = (value: number) => `${Math.round(value * 100)}%`;

/** What is decided and why, and what was read out of the message. */
export function ReadingCards({ answer }: { answer: PlaygroundAnswer }) {
  const { text, language } = useText();
  const words = text.editor.playground;
  const facts = (title: string, items: ReactNode[]) =>
    items.length > 0 && (
      <section className={styles.card}>
        <h2>{title}</h2>
        <div>{items}</div>
      </section>
    );

  return (
    <div>
      <section className={styles.card} data-testid="playground-decision" data-action={answer.action}>
        <h2>{words.decision}</h2>
        <p className={styles.decision}>{words.action[answer.action]}</p>
        {answer.reason && <p className={styles.subtle}>{nameOf(text.names.reason, answer.reason)}</p>}
        {answer.outOfScope && <p className={styles.subtle}>{words.neutral}</p>}
        <h2>{words.because}</h2>
        <ul className={styles.rows}>
          {answer.thresholds.map(({ name, value, least, met }) => (
            <li key={name}>
              <span>
                {words.threshold[name] ?? name} <span className={styles.subtle}>{words.least(percent(least))}</span>
              </span>
              <span className={styles.number}>{percent(value)}</span>
              {met ? <CheckCircleFilled className={styles.met} /> : <CloseCircleFilled className={styles.missed} />}
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.card}>
        <h2>{words.intents}</h2>
        <ul className={styles.rows}>
          {answer.intents.map(({ id, name, confidence }) => (
            <li key={id}>
              <span>
                {name[language]} <span className={styles.subtle}>{id}</span>
              </span>
              <span className={styles.number}>{percent(confidence)}</span>
            </li>
          ))}
        </ul>
      </section>
      {facts(
        words.requests,
        (answer.requests.length > 1 ? answer.requests : []).map(({ text: part, intent }) => (
          <Pill key={part}>
            {part} → {intent.name[language]}
          </Pill>
        )),
      )}
      {facts(words.emotion, [
        <Pill key="emotion" tone={toneOf(answer.emotion.label)}>
          {nameOf(text.names.emotion, answer.emotion.label)} {percent(answer.emotion.strength)}
        </Pill>,
      ])}
      {facts(
        words.slots,
        answer.slots.map(({ name, value }) => <Pill key={name + value}>{nameOf(text.names.fact, name) + text.colon + value}</Pill>),
      )}
      {facts(
        words.buyerTypes,
        answer.buyerTypes.map(({ name, value }) => <Pill key={name + value}>{nameOf(text.names.buyerType, name) + text.colon + value}</Pill>),
      )}
      {facts(
        words.threats,
        answer.threats.map(({ name, value }) => (
          <Pill key={name + value} tone="late">
            {value}
          </Pill>
        )),
      )}
    </div>
  );
}
