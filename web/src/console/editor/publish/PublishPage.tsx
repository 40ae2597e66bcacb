import { ReloadOutlined } from '@ant-design/icons';
import { App, Button, Tooltip } from 'antd';
import { useState } from 'react';
import { listPublications, publish, readStaged, restore } from '../../api/editorApi';
import type { Publication, Staged } from '../../api/editorTypes';
import { timeText } from '../../conversations/transcript/timeText';
import type { Route } from '../../routing/route';
import { PageNotice } from '../../shell/PageNotice';
import { Pill } from '../../shell/Pill';
import { useAttempt } from '../../shell/useAttempt';
import { useText } from '../../text/ConsoleTextContext';
import page from '../../shell/Page.module.css';
import { useLoaded } from '../../live/useLoaded';
import { ChangeCard } from './ChangeCard';
import { FindingsList } from './FindingsList';
import { HistoryTable } from './HistoryTable';
import styles from './PublishPage.module.css';
import { PartCard } from './PartCard';
import { ReplayPanel } from './ReplayPanel';

const readAll = async () => {
  const [staged, history] = await Promise.all([readStaged(), listPublications()]);
  return { staged, history: history.items };
};

const changesShown = 100;

const counted = ({ changes }: Staged, kind: string) => changes.filter((change) => change.kind === kind).length;

/** What publishing would change, what the check says, and who published what. */
export default function PublishPage({ go }: { go: (route: Route) => void }) {
  const { text, language, explain } = useText();
  const words = text.editor.publish;
  const { message, modal } = App.useApp();
  const attempt = useAttempt();
  const { value, problem, reload } = useLoaded(readAll);
  const [all, setAll] = useState(false);

  if (!value && problem) return <PageNotice text={explain(problem)} action={text.retry} run={() => void reload()} />;
  if (!value) return <PageNotice busy text={text.loading} />;
  const { staged, history } = value;
  const nothing = staged.current?.hash === staged.hash;

  const run = (title: string, done: string, action: () => Promise<unknown>) =>
    modal.confirm({
      title,
      onOk: async () => {
        await attempt(async () => {
          await action();
          message.success(done);
        });
        await reload();
      },
    });
  const back = (publication: Publication) => run(words.restoreConfirm, words.restored, () => restore(publication.id));

  return (
    <main className={page.page} data-testid="publish-page">
      <p className={page.explanation}>{words.explanation}</p>
      <div className={styles.bar}>
        <span>
          {words.current + text.colon}
          {staged.current ? (
            <>
              <span className={styles.version}>{staged.current.hash.slice(0, 12)}</span> · {timeText(staged.current.publishedAt, language)} ·{' '}
              {staged.current.publishedBy ?? words.commandLine}
            </>
          ) : (
            words.never
          )}
        </span>
        <Pill tone={staged.errors > 0 ? 'late' : 'calm'} data-testid="publish-check">
          {staged.errors > 0 ? words.blocked(staged.errors) : words.clean}
        </Pill>
        {staged.warnings > 0 && <Pill tone="warn">{words.warnings(staged.warnings)}</Pill>}
        <Tooltip title={words.refresh}>
          <Button icon={<ReloadOutlined />} aria-label={words.refresh} onClick={() => void reload()} />
        </Tooltip>
        <Button
          type="primary"
          disabled={nothing || staged.errors > 0}
          data-testid="publish"
          onClick={() => run(words.confirm, words.published, () => publish(staged.hash))}
        >
          {words.publish}
        </Button>
      </div>

      {staged.errors > 0 && <FindingsList findings={staged.findings} />}

      {nothing ? (
        <p data-testid="nothing-staged">{words.nothing}</p>
      ) : (
        <>
          <h2 className={styles.section}>
            {words.changes} <Pill>{words.summary(counted(staged, 'added'), counted(staged, 'changed'), counted(staged, 'removed'))}</Pill>
          </h2>
          {staged.parts.map((part) => (
            <PartCard key={part.name} name={part.name} fields={part.fields} />
          ))}
          {(all ? staged.changes : staged.changes.slice(0, changesShown)).map((change) => (
            <ChangeCard key={change.id} change={change} open={() => go({ page: 'scripts', scriptId: change.id })} />
          ))}
          {!all && staged.changes.length > changesShown && (
            <Button block type="dashed" onClick={() => setAll(true)}>
              {text.editor.list.count(staged.changes.length)}
            </Button>
          )}
          <ReplayPanel key={staged.hash} open={(scriptId) => go({ page: 'scripts', scriptId })} />
        </>
      )}

      <h2 className={styles.section}>{words.history}</h2>
      <HistoryTable history={history} restore={back} />
      {staged.errors === 0 && staged.warnings > 0 && <FindingsList findings={staged.findings} />}
    </main>
  );
}
