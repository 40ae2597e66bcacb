import { Alert, App, Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { decideSavedReply, listSavedReplies, type SavedReply } from '../../api/savedReplyApi';
import { timeText } from '../../conversations/transcript/timeText';
import type { Route } from '../../routing/route';
import { Pill } from '../../shell/Pill';
import { useAttempt } from '../../shell/useAttempt';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import page from '../../shell/Page.module.css';
import { useLoaded } from '../../live/useLoaded';
import { type Addition, addToScript } from './addToScript';
import { AddToScriptDialog } from './AddToScriptDialog';
import { handOver } from './handover';
import styles from './InboxExamples.module.css';

/** Replies that agents think everybody should have, each to become a script, a wording of one, or nothing. */
export function SavedReplies({ go }: { go: (route: Route) => void }) {
  const { text, language, explain } = useText();
  const words = text.editor.inbox;
  const { message } = App.useApp();
  const attempt = useAttempt();
  const { value, problem, reload } = useLoaded(listSavedReplies);
  const [chosen, setChosen] = useState<SavedReply | null>(null);

  const dismiss = (saved: SavedReply) =>
    attempt(async () => {
      await decideSavedReply(saved.id, 'dismissed', null);
      message.success(words.savedDismissed);
      await reload();
    });
  const add = (saved: SavedReply, scriptId: string, addition: Addition) =>
    attempt(async () => {
      await addToScript(scriptId, addition);
      await decideSavedReply(saved.id, 'variant', scriptId);
      setChosen(null);
      message.success(words.added);
      await reload();
    });
  const write = (saved: SavedReply) => {
    handOver({ question: saved.question, variants: [], wordings: [saved.reply], done: (scriptId) => decideSavedReply(saved.id, 'script', scriptId) });
    go({ page: 'new-script', question: saved.question });
  };

  const columns: TableColumnsType<SavedReply> = [
    { title: words.question, width: '28%', render: (_, { question }) => <span className={styles.preserve}>{question}</span> },
    {
      title: words.reply,
      render: (_, saved) => (
        <>
          <span className={styles.preserve}>{saved.reply}</span>
          {saved.note && <p className={styles.line}>{words.note + text.colon + saved.note}</p>}
          {saved.scriptId && (
            <p className={styles.line}>
              {words.madeFrom + text.colon}
              <Button type="link" size="small" onClick={() => go({ page: 'scripts', scriptId: saved.scriptId })}>
                {saved.scriptId}
              </Button>
            </p>
          )}
        </>
      ),
    },
    {
      title: words.savedBy,
      width: 170,
      render: (_, saved) => (
        <>
          {saved.savedBy.displayName} <Pill>{nameOf(text.names.channel, saved.channel)}</Pill>
          <p className={styles.line}>{timeText(saved.savedAt, language)}</p>
        </>
      ),
    },
    {
      key: 'actions',
      width: 290,
      align: 'end',
      render: (_, saved) => (
        <span style={{ display: 'inline-flex', gap: 6 }}>
          <Button size="small" data-testid="saved-new" onClick={() => write(saved)}>
            {words.newScript}
          </Button>
          <Button size="small" data-testid="saved-add" onClick={() => setChosen(saved)}>
            {words.addTo}
          </Button>
          <Button size="small" type="text" data-testid="saved-dismiss" onClick={() => void dismiss(saved)}>
            {words.dismiss}
          </Button>
        </span>
      ),
    },
  ];

  return (
    <>
      <p className={page.explanation}>{words.savedExplanation}</p>
      {problem && <Alert type="error" showIcon title={explain(problem)} />}
      <Table
        size="middle"
        rowKey="id"
        columns={columns}
        dataSource={value?.items ?? []}
        loading={value === null && problem === null}
        pagination={{ defaultPageSize: 25, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: value ? words.savedEmpty : ' ' }}
        onRow={() => ({ 'data-testid': 'saved-row' }) as object}
      />
      {chosen && (
        <AddToScriptDialog
          scriptId={chosen.scriptId}
          question={chosen.question}
          reply={chosen.reply}
          add={(scriptId, addition) => add(chosen, scriptId, addition)}
          close={() => setChosen(null)}
        />
      )}
    </>
  );
}
