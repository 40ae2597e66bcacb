import { UploadOutlined } from '@ant-design/icons';
import { Alert, App, Button, Modal, Table, type TableColumnsType, Upload } from 'antd';
import { useState } from 'react';
import { importTable } from '../../api/editorApi';
import type { ImportReport } from '../../api/editorTypes';
import { Pill } from '../../shell/Pill';
import { useAttempt } from '../../shell/useAttempt';
import { useText } from '../../text/ConsoleTextContext';

interface Props {
  close: () => void;
  imported: () => void;
}

type Problem = ImportReport['problems'][number];

/** Brings scripts in from a table: first what it would do and what is wrong row by row, then, when agreed, into the files. */
export function ImportDialog({ close, imported }: Props) {
  const { text, language } = useText();
  const words = text.editor.import;
  const { message } = App.useApp();
  const attempt = useAttempt();
  const [table, setTable] = useState<File | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [busy, setBusy] = useState(false);

  const run = async (file: File, apply: boolean) => {
    setBusy(true);
    await attempt(async () => {
      const next = await importTable(file, apply);
      setReport(next);
      if (next.applied) {
        message.success(words.applied);
        imported();
      }
    });
    setBusy(false);
  };
  const choose = (file: File) => {
    setTable(file);
    setReport(null);
    void run(file, false);
    // The dialog sends the file itself.
    return false;
  };

  const columns: TableColumnsType<Problem> = [
    { title: words.row, width: 90, render: (_, { row }) => (row === 0 ? words.whole : row) },
    { title: words.column, width: 60, render: (_, { column }) => (column === 0 ? '' : column) },
    {
      title: words.problem,
      render: (_, problem) => (
        <>
          <Pill tone={problem.severity === 'error' ? 'late' : 'warn'}>{problem.code}</Pill> {problem.message[language]}
        </>
      ),
    },
  ];
  const brings = report !== null && report.added.length + report.changed.length > 0;

  return (
    <Modal
      open
      width={760}
      style={{ top: 32 }}
      title={words.heading}
      onCancel={close}
      footer={[
        <Button key="cancel" onClick={close}>
          {text.cancel}
        </Button>,
        <Button
          key="apply"
          type="primary"
          loading={busy}
          disabled={!table || !report?.clean || !brings}
          data-testid="import-apply"
          onClick={() => table && void run(table, true)}
        >
          {words.apply}
        </Button>,
      ]}
    >
      <p>{words.explanation}</p>
      <Upload accept=".csv,.txt,.xlsx" showUploadList={false} beforeUpload={choose}>
        <Button icon={<UploadOutlined />} loading={busy} data-testid="import-file">
          {busy ? words.checking : words.choose}
        </Button>
      </Upload>{' '}
      {table?.name}
      {report && (
        <div data-testid="import-report" data-clean={report.clean}>
          <p>
            <Pill tone={report.clean ? 'calm' : 'late'}>{words.summary(report.added.length, report.changed.length, report.unchanged)}</Pill>
          </p>
          {!report.clean && <Alert type="error" showIcon title={words.blocked} style={{ marginBottom: 8 }} />}
          {report.clean && !brings && <Alert type="info" showIcon title={words.nothing} />}
          {report.problems.length > 0 && (
            <Table
              size="small"
              rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
              columns={columns}
              dataSource={report.problems}
              pagination={{ defaultPageSize: 5, hideOnSinglePage: true, showSizeChanger: false }}
            />
          )}
        </div>
      )}
    </Modal>
  );
}
