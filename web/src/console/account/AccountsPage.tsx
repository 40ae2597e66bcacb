import { PlusOutlined } from '@ant-design/icons';
import { Alert, App, Button, Space, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { listAccounts, setAccountDisabled } from '../api/accountApi';
import type { Account, AccountRow } from '../api/types';
import { dayText } from '../conversations/transcript/timeText';
import { useLoaded } from '../live/useLoaded';
import type { Route } from '../routing/route';
import { Pill } from '../shell/Pill';
import { useAttempt } from '../shell/useAttempt';
import { useText } from '../text/ConsoleTextContext';
import { NewAccountDialog } from './NewAccountDialog';
import { RolesDialog } from './RolesDialog';
import SessionsDialog from './SessionsDialog';
import { skillName } from './skillName';
import styles from '../shell/Page.module.css';

/** Where a supervisor makes accounts and shuts them. */
export default function AccountsPage({ me, go }: { me: Account; go: (route: Route) => void }) {
  const { text, language, explain } = useText();
  const { modal } = App.useApp();
  const attempt = useAttempt();
  const { value: rows, problem, reload } = useLoaded(listAccounts);
  const [adding, setAdding] = useState(false);
  const [listing, setListing] = useState(false);
  const [changing, setChanging] = useState<AccountRow | null>(null);

  const toggle = (row: AccountRow) => {
    const run = () =>
      attempt(async () => {
        await setAccountDisabled(row.id, !row.disabled);
        await reload();
      });
    if (row.disabled) void run();
    else modal.confirm({ title: text.account.disableConfirm(row.displayName), onOk: async () => void (await run()) });
  };

  const columns: TableColumnsType<AccountRow> = [
    { title: text.account.name, dataIndex: 'name', render: (name, { id }) => (id === me.id ? name + text.account.you : name) },
    { title: text.account.displayName, dataIndex: 'displayName' },
    {
      title: text.account.roles,
      dataIndex: 'roles',
      render: (_, row) => row.roles.map((role) => <Pill key={role}>{text.account.role[role]}</Pill>),
    },
    {
      title: text.account.skills,
      dataIndex: 'skills',
      render: (_, { roles, skills }) =>
        roles.includes('agent') && (skills.length > 0 ? skills.map((skill) => <Pill key={skill}>{skillName(text, skill)}</Pill>) : text.account.allSkills),
    },
    { title: text.account.created, dataIndex: 'createdAt', render: (at: string) => dayText(at, language) },
    {
      title: text.account.state,
      dataIndex: 'disabled',
      render: (disabled: boolean) => (
        <Pill tone={disabled ? 'plain' : 'calm'}>{disabled ? text.account.disabled : text.account.enabled}</Pill>
      ),
    },
    {
      key: 'action',
      align: 'end',
      render: (_, row) => (
        <Space>
          <Button size="small" data-testid={`account-roles-${row.name}`} onClick={() => setChanging(row)}>
            {text.account.rolesAndSkills}
          </Button>
          {row.id !== me.id && (
            <Button size="small" data-testid={`account-toggle-${row.name}`} onClick={() => toggle(row)}>
              {row.disabled ? text.account.enable : text.account.disable}
            </Button>
          )}
        </Space>
      ),
    },
  ];

  return (
    <main className={styles.page} data-testid="accounts-page">
      <div className={styles.head}>
        <h2>{text.nav.accounts}</h2>
        <Space>
          <Button data-testid="open-audit" onClick={() => go({ page: 'audit' })}>
            {text.audit.open}
          </Button>
          <Button data-testid="all-sessions" onClick={() => setListing(true)}>
            {text.sessions.everybodys}
          </Button>
          <Button type="primary" icon={<PlusOutlined />} data-testid="account-add" onClick={() => setAdding(true)}>
            {text.account.add}
          </Button>
        </Space>
      </div>
      {problem && <Alert type="error" showIcon title={explain(problem)} />}
      <Table
        rowKey="id"
        columns={columns}
        dataSource={rows ?? []}
        loading={rows === null && problem === null}
        pagination={false}
        onRow={(row) => ({ 'data-testid': `account-${row.name}` }) as object}
      />
      <NewAccountDialog open={adding} close={() => setAdding(false)} added={() => void reload()} />
      {listing && <SessionsDialog all close={() => setListing(false)} />}
      {changing && <RolesDialog account={changing} close={() => setChanging(null)} changed={() => void reload()} />}
    </main>
  );
}
