import { Alert, App, Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { decideInbox, listInbox } from '../../api/editorApi';
import type { InboxGroup, Shortfall } from '../../api/editorTypes';
import { timeText } from '../../conversations/transcript/timeText';
import type { Route } from '../../routing/route';
import { Pill } from '../../shell/Pill';
import { useAttempt } from '../../shell/useAttempt';
import { useText } from '../../text/ConsoleTextContext';
import styles from '../../shell/Page.module.css';
import { useLoaded } from '../../live/useLoaded';
import { type Addition, addToScript } from './addToScript';
import { AddToScriptDialog } from './AddToScriptDialog';
import { handOver } from './handover';
import { InboxExamples } from './InboxExamples';

const tones = { unanswered: 'late', 'asked-back': 'late', edited: 'warn', replaced: 'warn' } as const;

const countsOf = (group: InboxGroup): [Shortfall, number][] => [
  ['unanswered', group.unanswered],
  ['asked-back', group.askedBack],
  ['edited', group.edited],
  ['replaced', group.replaced],
];

/** Questions that were answered badly or not at all, each to become a script, a variant, or nothing. */
export function QuestionsInbox({ go }: { go: (route: Route) => void }) {
  const { text, language, explain } = useText();
  const words = text.editor.inbox;
  const { message } = App.useApp();
  const attempt = useAttempt();
  const { value, problem, reload } = useLoaded(listInbox);
  const [chosen, setChosen] = useState<InboxGroup | null>(null);

  const dismiss = (group: InboxGroup) =>
    attempt(async () => {
      await decideInbox(group.keys, 'dismissed', null);
      message.success(words.dismissed);
      await reload();
    });
  const add = (group: InboxGroup, scriptId: string, addition: Addition) =>
    attempt(async () => {
      await addToScript(scriptId, addition);
      await decideInbox(group.keys, 'variant', scriptId);
      setChosen(null);
      message.success(words.added);
      await reload();
    });
  const write = (group: InboxGroup) => {
    const variants = new Set(group.examples.map(({ text: asked }) => asked).filter((asked) => asked !== group.question && !asked.includes('*')));
    handOver({
      question: group.question,
      variants: [...variants],
      wordings: [],
      done: (scriptId) => decideInbox(group.keys, 'script', scriptId),
    });
    go({ page: 'new-script', question: group.question });
  };

  const columns: TableColumnsType<InboxGroup> = [
    { title: words.question, dataIndex: 'question' },
    { title: words.count, dataIndex: 'count', width: 80, align: 'end' },
    {
      title: words.why,
      width: 250,
      render: (_, group) =>
        countsOf(group)
          .filter(([, count]) => count > 0)
          .map(([shortfall, count]) => (
            <Pill key={shortfall} tone={tones[shortfall]}>
              {words.whyOf[shortfall]} {count}
            </Pill>
          )),
    },
    { title: words.last, width: 130, render: (_, { lastAt }) => timeText(lastAt, language) },
    {
      key: 'actions',
      width: 300,
      align: 'end',
      render: (_, group) => (
        <span style={{ display: 'inline-flex', gap: 6 }}>
          <Button size="small" data-testid="inbox-new" onClick={() => write(group)}>
            {words.newScript}
          </Button>
          <Button size="small" data-testid="inbox-variant" onClick={() => setChosen(group)}>
            {words.variant}
          </Button>
          <Button size="small" type="text" data-testid="inbox-dismiss" onClick={() => void dismiss(group)}>
            {words.dismiss}
          </Button>
        </span>
      ),
    },
  ];

  return (
    <>
      <p className={styles.explanation}>
        {words.explanation} {value && value.total > 0 && words.total(value.total)}
      </p>
      {problem && <Alert type="error" showIcon title={explain(problem)} />}
      <Table
        size="middle"
        rowKey={(group) => group.keys[0] ?? group.question}
        columns={columns}
        dataSource={value?.items ?? []}
        loading={value === null && problem === null}
        pagination={{ defaultPageSize: 25, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: value ? words.empty : ' ' }}
        expandable={{ expandedRowRender: (group) => <InboxExamples group={group} open={(scriptId) => go({ page: 'scripts', scriptId })} /> }}
        onRow={(group) => ({ 'data-testid': 'inbox-row', 'data-count': group.count }) as object}
      />
      {chosen && (
        <AddToScriptDialog
          scriptId={chosen.scriptId}
          question={chosen.question}
          add={(scriptId, addition) => add(chosen, scriptId, addition)}
          close={() => setChosen(null)}
        />
      )}
    </>
  );
}
