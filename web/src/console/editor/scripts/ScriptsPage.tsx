import { DownloadOutlined, PlusOutlined, SearchOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Dropdown, Input, Select, Table, type TableColumnsType, Tooltip } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { exportAddress, listAllScripts, readVocabulary } from '../../api/editorApi';
import type { ScriptRow } from '../../api/editorTypes';
import { dayText } from '../../conversations/transcript/timeText';
import type { Route } from '../../routing/route';
import { PageNotice } from '../../shell/PageNotice';
import { Pill } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import { useLoaded } from '../../live/useLoaded';
import { ImportDialog } from './ImportDialog';
import { ScriptTree } from './ScriptTree';
import styles from './ScriptsPage.module.css';
import { adoptionOf, filterScripts, type Flag, flags } from './scriptFilter';
import { useMatching } from './useMatching';

const readAll = async () => {
  const [scripts, vocabulary] = await Promise.all([listAllScripts(), readVocabulary()]);
  return { rows: scripts.items, vocabulary };
};

const rowsAPage = 30;

/** All scripts: the tree on the left, the table with their use and what is wrong with them. */
export default function ScriptsPage({ go }: { go: (route: Route) => void }) {
  const { text, language, explain } = useText();
  const words = text.editor.list;
  const { value, problem, reload } = useLoaded(readAll);
  const [query, setQuery] = useState('');
  const [flag, setFlag] = useState<Flag>('all');
  const [branch, setBranch] = useState<{ stage: string | null; intent: string | null }>({ stage: null, intent: null });
  const [importing, setImporting] = useState(false);
  const typed = useDeferredValue(query);
  const matching = useMatching(typed);
  const shown = useMemo(() => filterScripts(value?.rows ?? [], { query: typed, flag, matching, ...branch }), [value, typed, flag, matching, branch]);

  if (!value && problem) return <PageNotice text={explain(problem)} action={text.retry} run={() => void reload()} />;
  if (!value) return <PageNotice busy text={text.loading} />;

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
    <main className={styles.page} data-testid="scripts-page">
      <aside className={styles.tree}>
        <ScriptTree rows={value.rows} vocabulary={value.vocabulary} choose={(stage, intent) => setBranch({ stage, intent })} />
      </aside>
      <div className={styles.main}>
        {problem && <Alert type="error" showIcon title={explain(problem)} />}
        <div className={styles.tools}>
          <Input
            allowClear
            prefix={<SearchOutlined />}
            className={styles.search}
            aria-label={words.search}
            placeholder={words.search}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
            data-testid="script-query"
          />
          <Select<Flag>
            value={flag}
            onChange={setFlag}
            style={{ width: 170 }}
            aria-label={words.state}
            data-testid="script-flag"
            options={flags.map((each) => ({ value: each, label: words.flags[each] }))}
          />
          <span className={styles.count} role="status" data-testid="script-count">
            {words.count(shown.length)}
          </span>
          <Button icon={<UploadOutlined />} data-testid="import-open" onClick={() => setImporting(true)}>
            {words.import}
          </Button>
          <Dropdown
            trigger={['click']}
            menu={{
              items: (['xlsx', 'csv'] as const).map((format) => ({
                key: format,
                label: (
                  <a href={exportAddress(format)} download data-testid={`export-${format}`}>
                    {format === 'csv' ? words.exportCsv : words.exportXlsx}
                  </a>
                ),
              })),
            }}
          >
            <Button icon={<DownloadOutlined />} data-testid="export">
              {words.export}
            </Button>
          </Dropdown>
          <Button type="primary" icon={<PlusOutlined />} data-testid="script-add" onClick={() => go({ page: 'new-script', question: '' })}>
            {words.add}
          </Button>
        </div>
        <div className={styles.table}>
          <Table
            size="small"
            sticky
            rowKey="id"
            columns={columns}
            dataSource={shown}
            pagination={{ defaultPageSize: rowsAPage, showSizeChanger: false, hideOnSinglePage: true, size: 'small' }}
            locale={{ emptyText: words.none }}
            onRow={(row) => ({ 'data-testid': 'script-row', 'data-script': row.id }) as object}
          />
        </div>
      </div>
      {importing && (
        <ImportDialog
          close={() => setImporting(false)}
          imported={() => {
            setImporting(false);
            void reload();
          }}
        />
      )}
    </main>
  );
}
