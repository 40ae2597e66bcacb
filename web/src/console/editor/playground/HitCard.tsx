import { Button } from 'antd';
import type { PlaygroundHit } from '../../api/editorTypes';
import { Pill } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import styles from './PlaygroundPage.module.css';

const signed = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(2)}`;

/** A script that was found, what it would say, and what its score is made of. */
export function HitCard({ hit, rank, open }: { hit: PlaygroundHit; rank: number; open: () => void }) {
  const { text } = useText();
  const words = text.editor.playground;
  return (
    <article className={styles.hit} data-testid="playground-hit" data-script={hit.scriptId}>
      <div className={styles.hitHead}>
        <Pill tone={rank === 1 ? 'brand' : 'plain'}>{rank}</Pill>
        <Button type="link" onClick={open}>
          {hit.question}
        </Button>
        {hit.send === 'agent' && <Pill tone="warn">{text.editor.send.agent}</Pill>}
        <span className={styles.score}>{hit.score.toFixed(3)}</span>
      </div>
      <div className={styles.subtle}>
        {hit.scriptId} · {words.matched + text.colon + hit.matchedText}
      </div>
      <p className={styles.said}>{hit.text}</p>
      <details className={styles.why}>
        <summary>{words.why}</summary>
        <div className={styles.features}>
          {hit.features.map((feature) => (
            <Feature key={feature.name} name={words.feature[feature.name] ?? feature.name} sum={`${feature.value} × ${feature.weight}`} share={signed(feature.share)} />
          ))}
        </div>
      </details>
    </article>
  );
}

function Feature({ name, sum, share }: { name: string; sum: string; share: string }) {
  return (
    <>
      <span>{name}</span>
      <span className={styles.subtle}>{sum}</span>
      <strong>{share}</strong>
    </>
  );
}
