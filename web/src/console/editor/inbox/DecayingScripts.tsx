import { Alert, Button, Table, type TableColumnsType } from 'antd';
import { listAllScripts } from '../../api/editorApi';
import { type Decay, decays, type ScriptRow } from '../../api/editorTypes';
import { dayText } from '../../conversations/transcript/timeText';
import type { Route } from '../../routing/route';
import { Pill } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import page from '../../shell/Page.module.css';
import { useLoaded } from '../../live/useLoaded';
import styles from './InboxExamples.module.css';

const tones = { expired: 'late', contradictory: 'late', 'always-edited': 'warn', 'never-used': 'plain' } as const;

const gravity = (row: ScriptRow) => Math.min(...row.decay.map((decay) => decays.indexOf(decay)));

/** Scripts that want looking after, the gravest first. */
export function DecayingScripts({ go }: { go: (route: Route) => void }) {
  const { text, language, explain } = useText();
  const words = text.editor.inbox;
  const { value, problem } = useLoaded(listAllScripts);
  const rows = (value?.items ?? []).filter(({ decay }) => decay.length > 0).sort((a, b) => gravity(a) - gravity(b) || a.id.localeCompare(b.id));

  const columns: TableColumnsType<ScriptRow> = [
    {
      title: text.editor.list.question,
      render: (_, row) => (
        <>
          {row.question}
          <p className={styles.line}>{row.id}</p>
        </>
      ),
    },
    {
      title: words.why,
      width: 260,
      filters: decays.map((decay) => ({ text: words.decayOf[decay], value: decay })),
      onFilter: (decay, row) => row.decay.includes(decay as Decay),
      render: (_, row) =>
        row.decay.map((decay) => (
          <Pill key={decay} tone={tones[decay]}>
            {words.decayOf[decay]}
          </Pill>
        )),
    },
    {
      title: words.use,
      width: 240,
      render: (_, { usage }) => words.useOf(usage.answered, usage.taken, usage.suggested, usage.edited),
    },
    { title: text.editor.list.age, width: 110, render: (_, { changedAt }) => changedAt && dayText(changedAt, language) },
    {
      key: 'actions',
      width: 100,
      align: 'end',
      render: (_, { id }) => (
        <Button size="small" data-testid="decay-open" onClick={() => go({ page: 'scripts', scriptId: id })}>
          {text.editor.publish.openScript}
        </Button>
      ),
    },
  ];

  return (
    <>
      <p className={page.explanation}>{words.decayExplanation}</p>
      {problem && <Alert type="error" showIcon title={explain(problem)} />}
      <Table
        size="middle"
        rowKey="id"
        columns={columns}
        dataSource={rows}
        loading={value === null && problem === null}
        pagination={{ defaultPageSize: 25, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: value ? words.decayEmpty : ' ' }}
        onRow={(row) => ({ 'data-testid': 'decay-row', 'data-script': row.id }) as object}
      />
    </>
  );
}
