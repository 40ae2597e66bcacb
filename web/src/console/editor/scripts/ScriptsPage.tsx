import { DownloadOutlined, PlusOutlined, SearchOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Dropdown, Input, Select } from 'antd';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { exportAddress, listAllScripts, readVocabulary } from '../../api/editorApi';
import type { Route } from '../../routing/route';
import { PageNotice } from '../../shell/PageNotice';
import { useText } from '../../text/ConsoleTextContext';
import { useLoaded } from '../../live/useLoaded';
import { ImportDialog } from './ImportDialog';
import { ScriptTable } from './ScriptTable';
import { ScriptTree } from './ScriptTree';
import styles from './ScriptsPage.module.css';
import { filterScripts, type Flag, flags } from './scriptFilter';
import { useMatching } from './useMatching';

const readAll = async () => {
  const [scripts, vocabulary] = await Promise.all([listAllScripts(), readVocabulary()]);
  return { rows: scripts.items, vocabulary };
};

/** All scripts: the tree on the left, the table with their use and what is wrong with them. */
export default function ScriptsPage({ go }: { go: (route: Route) => void }) {
  const { text, explain } = useText();
  const words = text.editor.list;
  const { value, problem, reload } = useLoaded(readAll);
  const [query, setQuery] = useState('');
  const [flag, setFlag] = useState<Flag>('all');
  const [branch, setBranch] = useState<{ stage: string | null; intent: string | null }>({ stage: null, intent: null });
  const [importing, setImporting] = useState(false);
  const choose = useCallback((stage: string | null, intent: string | null) => setBranch({ stage, intent }), []);
  const typed = useDeferredValue(query);
  const matching = useMatching(typed);
  const shown = useMemo(() => filterScripts(value?.rows ?? [], { query: typed, flag, matching, ...branch }), [value, typed, flag, matching, branch]);

  if (!value && problem) return <PageNotice text={explain(problem)} action={text.retry} run={() => void reload()} />;
  if (!value) return <PageNotice busy text={text.loading} />;

  return (
    <main className={styles.page} data-testid="scripts-page">
      <aside className={styles.tree}>
        <ScriptTree rows={value.rows} vocabulary={value.vocabulary} choose={choose} />
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
          <ScriptTable rows={shown} go={go} />
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
