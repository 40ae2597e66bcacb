import { Alert, Button, Table, type TableColumnsType } from 'antd';
import type { OpenPromise } from '../api/types';
import { buyerName } from '../conversations/buyerName';
import { timeText } from '../conversations/transcript/timeText';
import type { Route } from '../routing/route';
import { useText } from '../text/ConsoleTextContext';
import { DeadlineClock } from './DeadlineClock';
import { FollowUpsTable } from './FollowUpsTable';
import { usePromises } from './usePromises';
import styles from '../shell/Page.module.css';

/** Everything that was put off with 稍等 and has not been answered yet, and whom the shop comes back to later. */
export default function PromisesPage({ go }: { go: (route: Route) => void }) {
  const { text, language, explain } = useText();
  const { value: promises, problem } = usePromises();
  const open = (conversationId: string) => go({ page: 'conversations', conversationId });

  const columns: TableColumnsType<OpenPromise> = [
    { title: text.promises.buyer, render: (_, { buyer }) => buyerName(buyer), width: 160 },
    {
      title: text.promises.madeBy,
      render: (_, { madeBy }) => text.promises[madeBy],
      width: 110,
    },
    { title: text.promises.text, dataIndex: 'text' },
    { title: text.promises.made, render: (_, { at }) => timeText(at, language), width: 130 },
    { title: text.promises.deadline, render: (_, { deadline }) => <DeadlineClock deadline={deadline} />, width: 140 },
    {
      key: 'open',
      width: 110,
      align: 'end',
      render: (_, promise) => (
        <Button size="small" data-testid={`promise-open-${promise.id}`} onClick={() => open(promise.conversationId)}>
          {text.promises.open}
        </Button>
      ),
    },
  ];

  return (
    <main className={styles.page} data-testid="promises-page">
      <div className={styles.head}>
        <h2>{text.promises.heading}</h2>
      </div>
      <p className={styles.explanation}>{text.promises.explanation}</p>
      {problem && <Alert type="error" showIcon title={explain(problem)} />}
      <Table
        rowKey="id"
        columns={columns}
        dataSource={promises ? [...promises] : []}
        loading={promises === null && problem === null}
        pagination={false}
        locale={{ emptyText: promises ? text.promises.none : ' ' }}
        onRow={() => ({ 'data-testid': 'promise-row' }) as object}
      />
      <div className={styles.head} style={{ marginTop: 28 }}>
        <h2>{text.followUps.heading}</h2>
      </div>
      <p className={styles.explanation}>{text.followUps.listed}</p>
      <FollowUpsTable open={open} />
    </main>
  );
}
