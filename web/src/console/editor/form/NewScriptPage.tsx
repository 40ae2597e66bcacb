import { App, Input, Select } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { addScript, askPlayground, listAllScripts, readVocabulary } from '../../api/editorApi';
import type { ScriptForm } from '../../api/editorTypes';
import { releasePage } from '../../routing/leaving';
import type { Route } from '../../routing/route';
import { PageNotice } from '../../shell/PageNotice';
import { useAttempt } from '../../shell/useAttempt';
import { useText } from '../../text/ConsoleTextContext';
import { handedOver, type Handover } from '../inbox/handover';
import { useLoaded } from '../../live/useLoaded';
import { emptyForm, tidyForm } from './emptyForm';
import { sameForm } from './mergeForms';
import { ScriptEditor } from './ScriptEditor';
import styles from './ScriptPage.module.css';

interface Props {
  /** What it should answer, where it comes from the inbox. */
  question: string;
  go: (route: Route) => void;
}

const outOfScope = 'out_of_scope';

/** The intent that a buyer's question would be understood as; null where it is not for the shop. */
async function intentOf(question: string): Promise<string | null> {
  if (!question) return null;
  const { intents } = await askPlayground({ text: question, channel: 'web', misses: 0, against: 'files' });
  return intents[0]?.id ?? null;
}

const readAll = async (question: string) => {
  // Without a guess the intent is chosen by hand.
  const [vocabulary, scripts, guess] = await Promise.all([readVocabulary(), listAllScripts(), intentOf(question).catch(() => null)]);
  const likely = vocabulary.intents.some(({ id }) => id === guess) && guess !== outOfScope ? guess : null;
  return { vocabulary, scripts: scripts.items, likely };
};

/** The form with what was handed over; the answers that are still missing stay empty. */
function beginning(question: string, handover: Handover | null): ScriptForm {
  const empty = emptyForm(question);
  if (!handover) return empty;
  const said = handover.wordings.map((text) => ({ text, simpler: false }));
  return { ...empty, variants: handover.variants, wordings: [...said, ...empty.wordings.slice(said.length)] };
}

/** A script that no file has yet. */
export default function NewScriptPage({ question, go }: Props) {
  const { text, language, explain } = useText();
  const { message } = App.useApp();
  const attempt = useAttempt();
  const { value, problem, reload } = useLoaded(useCallback(() => readAll(question), [question]));
  const [handover] = useState(() => handedOver(question));
  const [begun] = useState(() => beginning(question, handover));
  const [form, setForm] = useState(begun);
  const [intent, setIntent] = useState<string | null>(null);
  const [name, setName] = useState('');

  const chooseIntent = (id: string) => {
    setIntent(id);
    const usual = value?.vocabulary.intents.find((each) => each.id === id)?.stage;
    if (usual) setForm((before) => (before.when.stage === 'any' ? { ...before, when: { ...before.when, stage: usual } } : before));
  };
  useEffect(() => {
    if (value?.likely) chooseIntent(value.likely);
  }, [value]);

  if (!value && problem) return <PageNotice text={explain(problem)} action={text.retry} run={() => void reload()} />;
  if (!value) return <PageNotice busy text={text.loading} />;
  const words = text.editor.form;

  const save = () =>
    attempt(async () => {
      const { id } = await addScript(intent ?? '', name, tidyForm(form));
      releasePage();
      await handover?.done(id);
      message.success(words.created);
      go({ page: 'scripts', scriptId: id });
    });

  return (
    <ScriptEditor
      id={intent ? `${intent}.${name || '…'}` : ''}
      intent={intent ?? ''}
      heading={words.newHeading}
      form={form}
      vocabulary={value.vocabulary}
      scripts={value.scripts}
      unsaved={name !== '' || !sameForm({ ...form, when: begun.when }, begun)}
      change={setForm}
      save={() => void save()}
      back={() => go({ page: 'scripts', scriptId: null })}
      naming={
        <div className={styles.naming}>
          <label>
            {words.intent}
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              value={intent}
              aria-label={words.intent}
              data-testid="new-intent"
              placeholder={words.intentHint}
              onChange={chooseIntent}
              options={value.vocabulary.intents.map((each) => ({ value: each.id, label: `${language === 'zh' ? each.nameZh : each.nameEn} ${each.id}` }))}
            />
          </label>
          <label>
            {words.name}
            <Input value={name} placeholder={words.nameHint} data-testid="new-name" onChange={(event) => setName(event.target.value.trim())} />
          </label>
        </div>
      }
    />
  );
}
