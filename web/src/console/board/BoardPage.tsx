import { Alert, Button, Table, type TableColumnsType } from 'antd';
import type { BoardAgent } from '../api/boardApi';
import type { ConversationSummary } from '../api/types';
import { buyerName } from '../conversations/buyerName';
import { WaitingClock } from '../conversations/list/WaitingClock';
import { DeadlineClock } from '../promises/DeadlineClock';
import type { Route } from '../routing/route';
import { PageNotice } from '../shell/PageNotice';
import { useText } from '../text/ConsoleTextContext';
import { nameOf } from '../text/nameOf';
import page from '../shell/Page.module.css';
import { ApprovalsPanel } from './ApprovalsPanel';
import { BoardFigures } from './BoardFigures';
import styles from './BoardPage.module.css';
import { ChannelsTable } from './ChannelsTable';
import { PresencePill } from './PresencePill';
import { useBoard } from './useBoard';

/** The supervisor's live board: who waits, who works, how the day goes. */
export default function BoardPage({ go }: { go: (route: Route) => void }) {
  const { text, explain } = useText();
  const words = text.board;
  const { value: board, problem } = useBoard();
  if (!board) return <PageNotice busy={!problem} text={problem ? explain(problem) : text.loading} />;

  const waiting: TableColumnsType<ConversationSummary> = [
    { title: words.buyer, width: 110, render: (_, { buyer }) => buyerName(buyer) },
    { title: words.channel, width: 90, render: (_, { channel }) => nameOf(text.names.channel, channel) },
    { title: words.reason, width: 140, render: (_, row) => row.waitingReason && nameOf(text.names.reason, row.waitingReason) },
    { title: words.last, render: (_, { lastText }) => <span className={styles.last}>{lastText}</span> },
    { title: words.since, width: 84, render: (_, row) => row.waitingSince && <WaitingClock since={row.waitingSince} /> },
    { title: words.promised, width: 124, render: (_, row) => row.promiseDeadline && <DeadlineClock deadline={row.promiseDeadline} /> },
    {
      key: 'open',
      width: 96,
      align: 'end',
      render: (_, { id }) => (
        <Button size="small" data-testid={`board-open-${id}`} onClick={() => go({ page: 'conversations', conversationId: id })}>
          {words.open}
        </Button>
      ),
    },
  ];
  const agents: TableColumnsType<BoardAgent> = [
    { title: words.agent, dataIndex: 'displayName' },
    { title: words.presence, render: (_, agent) => <PresencePill agent={agent} /> },
    { title: words.load, dataIndex: 'buyers', align: 'end' },
    { title: words.replies, dataIndex: 'replies', align: 'end' },
  ];

  return (
    <main className={page.page} data-testid="board-page">
      <div className={page.head}>
        <h2>{words.heading}</h2>
        <span className={styles.note}>{words.explanation}</span>
      </div>
      {problem && <Alert type="error" showIcon title={explain(problem)} style={{ marginBottom: 12 }} />}
      <BoardFigures board={board} />
      <ApprovalsPanel go={go} />
      <div className={styles.columns}>
        <section>
          <h3>{words.whoWaits}</h3>
          <Table
            size="small"
            tableLayout="fixed"
            rowKey="id"
            columns={waiting}
            dataSource={board.waiting}
            pagination={{ defaultPageSize: 12, hideOnSinglePage: true, showSizeChanger: false }}
            locale={{ emptyText: words.nobodyWaits }}
            onRow={({ id }) => ({ 'data-testid': 'board-waiting-row', 'data-conversation': id }) as object}
          />
        </section>
        <div>
          <section>
            <h3>{words.agents}</h3>
            <Table
              size="small"
              rowKey="id"
              columns={agents}
              dataSource={board.agents}
              pagination={{ defaultPageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
              locale={{ emptyText: words.noAgents }}
              onRow={({ id }) => ({ 'data-testid': 'board-agent', 'data-agent': id }) as object}
            />
          </section>
        </div>
      </div>
      <section className={styles.channels}>
        <h3>{words.channels}</h3>
        <ChannelsTable channels={board.channels} />
      </section>
    </main>
  );
}
