import { Alert, Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { listAccounts } from '../api/accountApi';
import { type AuditEntry, listAudit } from '../api/auditApi';
import { timeText } from '../conversations/transcript/timeText';
import { useLoaded } from '../live/useLoaded';
import type { Route } from '../routing/route';
import { useAttempt } from '../shell/useAttempt';
import { useText } from '../text/ConsoleTextContext';
import { detailText } from './detailText';
import styles from '../shell/Page.module.css';

/** What was done to which conversation; the rest is done to accounts, keys and bases. */
const conversational = new Set(['unmask', 'approval-ask', 'approval-answer', 'approval-withdraw']);
const bulletinal = new Set(['bulletin-write', 'bulletin-read', 'bulletin-withdraw']);
const commandLine = 'command line';
const pageSize = 100;

/** Who did what that somebody may ask about later, newest first: it is only ever added to. */
export default function AuditPage({ go }: { go: (route: Route) => void }) {
  const { text, language, explain } = useText();
  const words = text.audit;
  const attempt = useAttempt();
  const { value, problem } = useLoaded(readAudit);
  const [older, setOlder] = useState<readonly AuditEntry[]>([]);
  const [ended, setEnded] = useState(false);
  const entries = [...(value?.items ?? []), ...older];
  const names = new Map(value?.accounts.map(({ id, displayName }) => [id, displayName]));
  const nameOfActor = (actor: string) => (actor === commandLine ? words.commandLine : (names.get(actor) ?? actor));

  const more = () =>
    attempt(async () => {
      const { items } = await listAudit(entries.at(-1)?.id);
      setOlder([...older, ...items]);
      setEnded(items.length < pageSize);
    });

  const columns: TableColumnsType<AuditEntry> = [
    { title: words.at, width: 150, render: (_, { at }) => timeText(at, language) },
    { title: words.actor, width: 150, render: (_, { actor }) => nameOfActor(actor) },
    { title: words.action, width: 220, render: (_, { action }) => words.actions[action] ?? action },
    {
      title: words.subject,
      ellipsis: true,
      render: (_, { action, subject }) =>
        conversational.has(action) ? (
          <Button size="small" onClick={() => go({ page: 'conversations', conversationId: subject })}>
            {text.promises.open}
          </Button>
        ) : (
          (names.get(subject) ?? (bulletinal.has(action) ? words.bulletin(subject) : subject))
        ),
    },
    { title: words.detail, ellipsis: true, render: (_, entry) => detailText(entry, text) },
  ];

  return (
    <main className={styles.page} data-testid="audit-page">
      <div className={styles.head}>
        <h2>{words.heading}</h2>
      </div>
      <p className={styles.explanation}>{words.explanation}</p>
      {problem && <Alert type="error" showIcon title={explain(problem)} />}
      <Table
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={entries}
        loading={!value && !problem}
        pagination={false}
        locale={{ emptyText: value ? words.none : ' ' }}
        onRow={({ action }) => ({ 'data-testid': 'audit-entry', 'data-action': action }) as object}
      />
      {!ended && entries.length >= pageSize && (
        <Button style={{ marginTop: 12 }} data-testid="audit-more" onClick={() => void more()}>
          {words.more}
        </Button>
      )}
    </main>
  );
}

const readAudit = async () => {
  const [{ items }, accounts] = await Promise.all([listAudit(), listAccounts()]);
  return { items, accounts };
};
