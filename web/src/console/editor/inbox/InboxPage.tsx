import { Segmented } from 'antd';
import { useState } from 'react';
import type { Route } from '../../routing/route';
import { useText } from '../../text/ConsoleTextContext';
import page from '../../shell/Page.module.css';
import { DecayingScripts } from './DecayingScripts';
import styles from './InboxExamples.module.css';
import { QuestionsInbox } from './QuestionsInbox';
import { SavedReplies } from './SavedReplies';

type Pile = 'questions' | 'saved' | 'decay';

const piles: Pile[] = ['questions', 'saved', 'decay'];

/** What waits for whoever writes scripts: questions, agents' replies, and scripts that want looking after. */
export default function InboxPage({ go }: { go: (route: Route) => void }) {
  const { text } = useText();
  const words = text.editor.inbox;
  const [pile, setPile] = useState<Pile>('questions');
  return (
    <main className={page.page} data-testid="inbox-page">
      <Segmented<Pile>
        className={styles.tabs}
        value={pile}
        onChange={setPile}
        aria-label={text.editor.pages.inbox}
        options={piles.map((each) => ({ value: each, label: <span data-testid={`inbox-${each}`}>{words.pileOf[each]}</span> }))}
      />
      {pile === 'questions' && <QuestionsInbox go={go} />}
      {pile === 'saved' && <SavedReplies go={go} />}
      {pile === 'decay' && <DecayingScripts go={go} />}
    </main>
  );
}
