import { Select } from 'antd';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import type { ListFilter } from './lists';
import type { Conversations } from './lists';
import styles from './ListFilters.module.css';

interface Props {
  conversations: Conversations;
  filter: ListFilter;
  change: (filter: ListFilter) => void;
}

const fields = ['channel', 'stage', 'emotion', 'lane'] as const;

/** Narrows the lists by what occurs in them. */
export function ListFilters({ conversations, filter, change }: Props) {
  const { text } = useText();
  return (
    <div className={styles.filters}>
      {fields.map((field) => {
        const values = new Set([...conversations.values()].map((row) => row[field]).filter((each) => each !== null));
        if (filter[field]) values.add(filter[field]);
        return (
          <Select
            key={field}
            size="small"
            allowClear
            variant="filled"
            placeholder={text.list[field]}
            aria-label={text.list[field]}
            data-testid={`filter-${field}`}
            popupMatchSelectWidth={120}
            value={filter[field]}
            onChange={(value: string | undefined) => change({ ...filter, [field]: value ?? null })}
            options={[...values].sort().map((value) => ({ value, label: nameOf(text.names[field], value) }))}
          />
        );
      })}
    </div>
  );
}
