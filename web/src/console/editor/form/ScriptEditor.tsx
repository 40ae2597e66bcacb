import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { DraftFinding, ScriptForm, ScriptRow, Vocabulary } from '../../api/editorTypes';
import { useShortcuts } from '../../routing/useShortcuts';
import { Pill } from '../../shell/Pill';
import { useSteady } from '../../shell/useSteady';
import { useText } from '../../text/ConsoleTextContext';
import { CheckPanel } from './CheckPanel';
import { mendText, placeOf } from './findingsOf';
import { ScriptFields } from './ScriptFields';
import styles from './ScriptPage.module.css';
import { useDraftVerdict } from './useDraftVerdict';
import { useUnsaved } from './useUnsaved';

interface Props {
  id: string;
  intent: string;
  heading: string;
  form: ScriptForm;
  vocabulary: Vocabulary;
  scripts: readonly ScriptRow[];
  unsaved: boolean;
  change: (form: ScriptForm) => void;
  save: () => void;
  back: () => void;
  /** What stands above the fields, for a new script. */
  naming?: ReactNode;
  /** More to do with the script. */
  actions?: ReactNode;
}

/** The form of a script beside what the rules say of it and how it reads. */
export function ScriptEditor({ id, intent, heading, form, vocabulary, scripts, unsaved, change, save, back, naming, actions }: Props) {
  const { text } = useText();
  const words = text.editor.form;
  const { verdict, current, foresee } = useDraftVerdict(id, intent, form);
  const write = useSteady((next: ScriptForm) => {
    foresee(next);
    change(next);
  });
  useUnsaved(unsaved);
  useShortcuts({ 'Ctrl+S': save });

  const mend = useSteady((finding: DraftFinding) => {
    // In a form that was written on meanwhile the words stand elsewhere.
    if (!current) return;
    // Empty wordings are not sent along, so that places are counted without them.
    const sent = form.wordings.map((wording, index) => ({ wording, index })).filter(({ wording }) => wording.text.trim() !== '');
    const target = sent[placeOf(finding) ?? -1];
    if (!target) return;
    const cut = target.wording.text.length - target.wording.text.trimStart().length;
    const mended = mendText(target.wording.text, { ...finding, start: finding.start + cut });
    write({ ...form, wordings: form.wordings.map((each, index) => (index === target.index ? { ...each, text: mended } : each)) });
  });

  return (
    <main className={styles.page} data-testid="script-page">
      <header className={styles.head}>
        <Button type="text" icon={<ArrowLeftOutlined />} aria-label={words.back} data-testid="script-back" onClick={back} />
        <h2>{heading}</h2>
        <span className={styles.id}>{id}</span>
        {unsaved && (
          <Pill tone="warn" data-testid="unsaved">
            {words.unsaved}
          </Pill>
        )}
        {actions}
        <Button type="primary" disabled={!unsaved} data-testid="script-save" onClick={save}>
          {words.save}
        </Button>
      </header>
      <div className={styles.body}>
        <div className={styles.form}>
          {naming}
          <ScriptFields form={form} vocabulary={vocabulary} scripts={scripts} change={write} />
        </div>
        <aside className={styles.check}>
          <CheckPanel verdict={verdict} checkable={intent !== ''} current={current} mend={mend} />
        </aside>
      </div>
    </main>
  );
}
