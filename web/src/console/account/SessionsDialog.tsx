import { Alert, Button, Modal, Table, type TableColumnsType } from 'antd';
import { useCallback } from 'react';
import { endSession, listSessions, type SessionRow } from '../api/sessionApi';
import { timeText } from '../conversations/transcript/timeText';
import { useLoaded } from '../live/useLoaded';
import { Pill } from '../shell/Pill';
import { useAttempt } from '../shell/useAttempt';
import { useText } from '../text/ConsoleTextContext';
import { browserName } from './browserName';

interface Props {
  /** Everybody's, which supervisors may see; else one's own. */
  all: boolean;
  close: () => void;
}

/** Where one is signed in, and a way to end it. */
export default function SessionsDialog({ all, close }: Props) {
  const { text, language, explain } = useText();
  const attempt = useAttempt();
  const read = useCallback(() => listSessions(all), [all]);
  const { value: rows, problem, reload } = useLoaded(read);

  const end = (row: SessionRow) =>
    attempt(async () => {
      await endSession(row.id, all);
      await reload();
    });

  const columns: TableColumnsType<SessionRow> = [
    ...(all ? [{ title: text.account.displayName, dataIndex: 'displayName' }] : []),
    { title: text.sessions.browser, dataIndex: 'browser', render: (agent: string) => <span title={agent}>{browserName(agent)}</span> },
    { title: text.sessions.address, dataIndex: 'address' },
    { title: text.sessions.begun, dataIndex: 'begunAt', render: (at: string) => timeText(at, language) },
    { title: text.sessions.seen, dataIndex: 'seenAt', render: (at: string) => timeText(at, language) },
    {
      key: 'action',
      align: 'end',
      render: (_, row) =>
        row.current ? (
          <Pill tone="calm">{text.sessions.current}</Pill>
        ) : (
          <Button size="small" danger data-testid="session-end" onClick={() => void end(row)}>
            {text.sessions.end}
          </Button>
        ),
    },
  ];

  return (
    <Modal open onCancel={close} footer={null} width={760} title={all ? text.sessions.everybodys : text.sessions.own}>
      {problem && <Alert type="error" showIcon title={explain(problem)} />}
      <Table
        rowKey="id"
        size="small"
        columns={columns}
        dataSource={rows ?? []}
        loading={rows === null && problem === null}
        pagination={false}
        scroll={{ y: 420 }}
        data-testid="sessions"
      />
    </Modal>
  );
}
