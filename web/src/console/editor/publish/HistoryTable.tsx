import { Button, Table, type TableColumnsType } from 'antd';
import type { Publication } from '../../api/editorTypes';
import { timeText } from '../../conversations/transcript/timeText';
import { Pill } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import styles from './PublishPage.module.css';

interface Props {
  history: Publication[];
  restore: (publication: Publication) => void;
}

/** Who published which version when, newest first; any of them can be served again. */
export function HistoryTable({ history, restore }: Props) {
  const { text, language } = useText();
  const words = text.editor.publish;
  const served = history[0]?.hash;
  const columns: TableColumnsType<Publication> = [
    { title: words.version, render: (_, { hash }) => <span className={styles.version}>{hash.slice(0, 12)}</span> },
    { title: words.when, render: (_, { publishedAt }) => timeText(publishedAt, language) },
    { title: words.who, render: (_, { publishedBy }) => publishedBy ?? words.commandLine },
    {
      key: 'action',
      align: 'end',
      render: (_, publication, place) => {
        if (place === 0) return <Pill tone="calm">{words.serving}</Pill>;
        if (publication.hash === served) return null;
        return (
          <Button size="small" data-testid={`restore-${publication.id}`} onClick={() => restore(publication)}>
            {words.restore}
          </Button>
        );
      },
    },
  ];
  return (
    <Table
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={history}
      pagination={{ defaultPageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
      onRow={(publication) => ({ 'data-testid': 'publication', 'data-hash': publication.hash }) as object}
    />
  );
}
