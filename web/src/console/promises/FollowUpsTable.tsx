import { Alert, Button, Space, Table, type TableColumnsType } from 'antd';
import type { FollowUp } from '../api/types';
import { buyerName } from '../conversations/buyerName';
import { timeText } from '../conversations/transcript/timeText';
import { useText } from '../text/ConsoleTextContext';
import { SettleButtons } from './SettleButtons';
import { useFollowUps } from './useFollowUps';

/** Whom the shop will come back to, when and about what. */
export function FollowUpsTable({ open }: { open: (conversationId: string) => void }) {
  const { text, language, explain } = useText();
  const { value, problem, reload } = useFollowUps();
  const columns: TableColumnsType<FollowUp> = [
    { title: text.promises.buyer, render: (_, { buyer }) => buyerName(buyer), width: 160 },
    { title: text.promises.madeBy, render: (_, { agent }) => agent?.displayName ?? text.promises.bot, width: 110 },
    { title: text.followUps.note, render: (_, { note, scriptId }) => note || scriptId },
    { title: text.followUps.due, render: (_, { dueAt }) => timeText(dueAt, language), width: 160 },
    {
      key: 'actions',
      width: 290,
      align: 'end',
      render: (_, { id, conversationId }) => (
        <Space size={4}>
          <SettleButtons id={id} settled={() => void reload()} />
          <Button size="small" onClick={() => open(conversationId)}>
            {text.promises.open}
          </Button>
        </Space>
      ),
    },
  ];
  return (
    <>
      {problem && <Alert type="error" showIcon title={explain(problem)} />}
      <Table
        rowKey="id"
        columns={columns}
        dataSource={value ? [...value] : []}
        loading={value === null && problem === null}
        pagination={false}
        locale={{ emptyText: value ? text.followUps.none : ' ' }}
        onRow={() => ({ 'data-testid': 'follow-up-row' }) as object}
      />
    </>
  );
}
