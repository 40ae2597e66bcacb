import { Input, Modal } from 'antd';
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { ScriptHit } from '../../api/types';
import { useText } from '../../text/ConsoleTextContext';
import { ScriptHitRow } from './ScriptHitRow';
import styles from './ScriptSearch.module.css';
import { useScriptSearch } from './useScriptSearch';

interface Props {
  channel: string;
  close: () => void;
  use: (hit: ScriptHit) => void;
}

/** Finds a script while one types and puts it into the draft; all of it works without a mouse. */
export function ScriptSearch({ channel, close, use }: Props) {
  const { text, explain } = useText();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const { hits, problem } = useScriptSearch(query, channel);
  useEffect(() => setChosen(0), [hits]);

  const take = (hit: ScriptHit | undefined) => {
    if (!hit) return;
    use(hit);
    close();
  };

  const press = (event: KeyboardEvent) => {
    const count = hits?.length ?? 0;
    if (event.nativeEvent.isComposing || count === 0) return;
    if (event.key === 'ArrowDown') setChosen((chosen + 1) % count);
    else if (event.key === 'ArrowUp') setChosen((chosen + count - 1) % count);
    else if (event.key === 'Enter') take(hits?.[chosen]);
    else return;
    event.preventDefault();
  };

  return (
    <Modal open onCancel={close} footer={null} title={text.search.heading} width={680} style={{ top: 60 }}>
      <Input
        autoFocus
        size="large"
        allowClear
        value={query}
        placeholder={text.search.placeholder}
        data-testid="script-search"
        role="combobox"
        aria-expanded={!!hits?.length}
        aria-controls="script-hits"
        aria-activedescendant={hits?.[chosen] ? `script-hit-${chosen}` : undefined}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={press}
      />
      <div className={styles.hits} id="script-hits" role="listbox" aria-label={text.search.heading}>
        {hits?.map((hit, index) => (
          <ScriptHitRow
            key={hit.scriptId}
            id={`script-hit-${index}`}
            hit={hit}
            chosen={index === chosen}
            point={() => setChosen(index)}
            take={() => take(hit)}
          />
        ))}
        {!hits?.length && (
          <p className={styles.empty} role="status">
            {problem ? explain(problem) : hits ? text.search.none : text.search.prompt}
          </p>
        )}
      </div>
      <p className={styles.hint}>{text.search.hint}</p>
    </Modal>
  );
}
