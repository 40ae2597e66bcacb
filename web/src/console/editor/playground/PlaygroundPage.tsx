import { Button, Checkbox, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { askPlayground } from '../../api/editorApi';
import type { PlaygroundAnswer } from '../../api/editorTypes';
import type { Route } from '../../routing/route';
import { useAttempt } from '../../shell/useAttempt';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import { HitCard } from './HitCard';
import styles from './PlaygroundPage.module.css';
import { ReadingCards } from './ReadingCards';

const channels = ['web', 'taobao', 'tmall', 'jd', 'pinduoduo', 'douyin', 'kuaishou', 'xiaohongshu', 'wechat'];

/** Asks like a buyer and shows what the bot makes of it; nothing is stored. */
export default function PlaygroundPage({ go }: { go: (route: Route) => void }) {
  const { text } = useText();
  const words = text.editor.playground;
  const attempt = useAttempt();
  const [asked, setAsked] = useState('');
  const [channel, setChannel] = useState('web');
  const [against, setAgainst] = useState<'published' | 'files'>('files');
  const [missed, setMissed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<PlaygroundAnswer | null>(null);

  const ask = async () => {
    if (!asked.trim()) return;
    setBusy(true);
    await attempt(async () => setAnswer(await askPlayground({ text: asked, channel, against, misses: missed ? 1 : 0 })));
    setBusy(false);
  };

  return (
    <main className={styles.page} data-testid="playground-page">
      <p className={styles.explanation}>{words.explanation}</p>
      <div className={styles.ask}>
        <Input
          autoFocus
          allowClear
          maxLength={2000}
          value={asked}
          placeholder={words.placeholder}
          aria-label={words.placeholder}
          data-testid="playground-text"
          onChange={(event) => setAsked(event.target.value)}
          onPressEnter={() => void ask()}
        />
        <Select
          value={channel}
          onChange={setChannel}
          style={{ width: 110 }}
          aria-label={words.channel}
          options={channels.map((id) => ({ value: id, label: nameOf(text.names.channel, id) }))}
        />
        <Segmented
          value={against}
          onChange={setAgainst}
          aria-label={words.against}
          data-testid="playground-against"
          options={[
            { value: 'files', label: words.againstOf.files },
            { value: 'published', label: words.againstOf.published },
          ]}
        />
        <Checkbox checked={missed} onChange={(event) => setMissed(event.target.checked)}>
          {words.missed}
        </Checkbox>
        <Button type="primary" loading={busy} data-testid="playground-ask" onClick={() => void ask()}>
          {words.ask}
        </Button>
      </div>
      {answer && (
        <div className={styles.result}>
          <ReadingCards answer={answer} />
          <section className={styles.card}>
            <h2>{words.hits}</h2>
            {answer.hits.length === 0 && <p className={styles.subtle}>{words.none}</p>}
            {answer.hits.map((hit, index) => (
              <HitCard key={hit.scriptId} hit={hit} rank={index + 1} open={() => go({ page: 'scripts', scriptId: hit.scriptId })} />
            ))}
          </section>
        </div>
      )}
    </main>
  );
}
