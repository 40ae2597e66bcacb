import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { replayQuestions } from '../../api/editorApi';
import type { Replay, ReplayChange } from '../../api/editorTypes';
import { Pill, type Tone } from '../../shell/Pill';
import { useAttempt } from '../../shell/useAttempt';
import page from '../../shell/Page.module.css';
import { useText } from '../../text/ConsoleTextContext';
import styles from './PublishPage.module.css';

type Kind = 'goldenMissed' | 'lost' | 'gained' | 'changed';

const kinds: Kind[] = ['goldenMissed', 'lost', 'changed', 'gained'];
const tones: Record<Kind, Tone> = { goldenMissed: 'late', lost: 'late', gained: 'calm', changed: 'brand' };
const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** What publishing would change for what is asked, shown when somebody wants to know; publishing is held to it anyway. */
export function ReplayPanel({ open }: { open: (scriptId: string) => void }) {
  const { text } = useText();
  const words = text.editor.publish;
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  const [replay, setReplay] = useState<Replay | null>(null);
  const run = async () => {
    setBusy(true);
    await attempt(async () => setReplay(await replayQuestions()));
    setBusy(false);
  };

  const script = (id: string | null) =>
    id ? (
      <Button type="link" size="small" onClick={() => open(id)}>
        {id}
      </Button>
    ) : (
      words.nobody
    );
  const columns: TableColumnsType<ReplayChange & { kind: Kind }> = [
    { width: 130, render: (_, { kind }) => <Pill tone={tones[kind]}>{words.replayKind[kind]}</Pill> },
    { title: text.editor.inbox.question, dataIndex: 'question' },
    { title: text.editor.playground.againstOf.published, render: (_, { before }) => script(before) },
    { title: text.editor.playground.againstOf.files, render: (_, { after }) => script(after) },
  ];

  return (
    <section data-testid="replay">
      <h2 className={styles.section}>
        {words.replay}{' '}
        <Button size="small" loading={busy} data-testid="replay-run" onClick={() => void run()}>
          {words.replayRun}
        </Button>
      </h2>
      <p className={page.explanation}>{words.replayExplanation}</p>
      {replay?.questions === 0 && <p>{words.replayNone}</p>}
      {replay && replay.questions > 0 && (
        <>
          <p data-testid="replay-coverage">
            <Pill tone={replay.passes ? 'calm' : 'late'}>{replay.passes ? words.passes : words.fails}</Pill>{' '}
            <Pill tone={replay.coverageAfter < replay.coverageBefore ? 'late' : 'plain'}>
              {words.coverage(replay.questions, percent(replay.coverageBefore), percent(replay.coverageAfter))}
            </Pill>
          </p>
          {replay.forbidden.length > 0 && (
            <p>
              <Pill tone="late">{words.forbidden}</Pill> {replay.forbidden.map(script)}
            </p>
          )}
          <Table
            size="small"
            rowKey={({ question, kind }) => kind + question}
            columns={columns}
            dataSource={kinds.flatMap((kind) => replay[kind].map((change) => ({ ...change, kind })))}
            pagination={{ defaultPageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
            locale={{ emptyText: words.nobody }}
          />
        </>
      )}
    </section>
  );
}
