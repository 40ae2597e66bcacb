import { useEffect, useState } from 'react';
import { listScriptGroups } from '../../api/deskApi';
import type { ScriptGroup } from '../../api/types';
import { useAttempt } from '../../shell/useAttempt';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import styles from './GroupTree.module.css';

interface Props {
  channel: string;
  chosen: string | null;
  choose: (intent: string) => void;
}

/** The groups of the base: what buyers ask, by where they are on their way. */
export function GroupTree({ channel, chosen, choose }: Props) {
  const { text, language } = useText();
  const attempt = useAttempt();
  const [groups, setGroups] = useState<readonly ScriptGroup[]>([]);
  useEffect(() => void attempt(async () => setGroups((await listScriptGroups(channel)).items)), [attempt, channel]);

  return (
    <nav className={styles.tree} aria-label={text.search.shelves.groups} data-testid="script-groups">
      {groups.map(({ stage, intents }) => (
        <section key={stage}>
          <h4>{nameOf(text.names.stage, stage)}</h4>
          {intents.map(({ id, name, nameEn, count }) => (
            <button key={id} type="button" aria-pressed={id === chosen} data-testid={`group-${id}`} onClick={() => choose(id)}>
              <span>{language === 'zh' ? name : nameEn}</span>
              <span>{text.search.inGroup(count)}</span>
            </button>
          ))}
        </section>
      ))}
    </nav>
  );
}
