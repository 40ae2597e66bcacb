import { Table, type TableColumnsType, Tooltip } from 'antd';
import { memo } from 'react';
import type { ScriptRow } from '../../api/editorTypes';
import { dayText } from '../../conversations/transcript/timeText';
import type { Route } from '../../routing/route';
import { Pill } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import { adoptionOf } from './scriptFilter';
import styles from './ScriptsPage.module.css';

interface Props {
  rows: ScriptRow[];
  go: (route: Route) => void;
}

const rowsAPage = 30;

/** Scripts with their use and what is wrong with them. Drawn anew only for other rows, so that the search is typed without waiting for it. */
export const ScriptTable = memo(function ScriptTable({ rows, go }: Props) {
  const { text, language } = useText();
  const words = text.editor.list;
  const hinted = (title: string, hint: string) => <Tooltip title={hint}>{title}</Tooltip>;
  const number = (count: number) => (count === 0 ? <span className={styles.quiet}>0</span> : count);
  const columns: TableColumnsType<ScriptRow> = [
    {
      title: words.question,
      sorter: (a, b) => a.id.localeCompare(b.id),
      render: (_, row) => (
        <>
          <button type="button" className={styles.question} onClick={() => go({ page: 'scripts', scriptId: row.id })}>
            {row.question}
          </button>
          <span className={styles.id}>{row.id}</span>
        </>
      ),
    },
    { title: words.send, width: 98, render: (_, { send }) => text.editor.send[send] },
    { title: words.variants, width: 112, align: 'end', sorter: (a, b) => a.variants - b.variants, dataIndex: 'variants' },
    {
      title: hinted(words.answered, words.answeredHint),
      width: 100,
      align: 'end',
      sorter: (a, b) => a.usage.answered - b.usage.answered,
      render: (_, { usage }) => number(usage.answered),
    },
    {
      title: hinted(words.adoption, words.adoptionHint),
      width: 108,
      align: 'end',
      sorter: (a, b) => (adoptionOf(a) ?? -1) - (adoptionOf(b) ?? -1),
      render: (_, row) => {
        const share = adoptionOf(row);
        if (share === null) return <span className={styles.quiet}>–</span>;
        return `${Math.round(share * 100)}% (${row.usage.taken}/${row.usage.suggested})`;
      },
    },
    {
      title: hinted(words.edited, words.editedHint),
      width: 84,
      align: 'end',
      sorter: (a, b) => a.usage.edited - b.usage.edited,
      render: (_, { usage }) => number(usage.edited),
    },
    {
      title: words.findings,
      width: 118,
      sorter: (a, b) => a.errors * 1000 + a.warnings - b.errors * 1000 - b.warnings,
      render: (_, row) => (
        <>
          {row.errors > 0 && <Pill tone="late">{words.errors(row.errors)}</Pill>}
          {row.warnings > 0 && <Pill tone="warn">{words.warnings(row.warnings)}</Pill>}
        </>
      ),
    },
    {
      title: words.state,
      width: 96,
      render: (_, row) => (
        <>
          {row.validity !== 'now' && <Pill tone="warn">{text.editor.validity[row.validity]}</Pill>}
          {row.state === 'same' ? <span className={styles.quiet}>{text.editor.state.same}</span> : <Pill tone="brand">{text.editor.state[row.state]}</Pill>}
        </>
      ),
    },
    {
      title: words.age,
      width: 112,
      sorter: (a, b) => (a.changedAt ?? '').localeCompare(b.changedAt ?? ''),
      render: (_, { changedAt }) => changedAt && dayText(changedAt, language),
    },
  ];

  return (
    <Table
      size="small"
      sticky
      rowKey="id"
      columns={columns}
      dataSource={rows}
      pagination={{ defaultPageSize: rowsAPage, showSizeChanger: false, hideOnSinglePage: true, size: 'small' }}
      locale={{ emptyText: words.none }}
      onRow={(row) => ({ 'data-testid': 'script-row', 'data-script': row.id }) as object}
    />
  );
});
