import { App, Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { asProblem } from '../../../http/Problem';
import { listAllScripts, readScript, readVocabulary, removeScript, saveScript } from '../../api/editorApi';
import type { ScriptForm, ScriptItem } from '../../api/editorTypes';
import { releasePage } from '../../routing/leaving';
import type { Route } from '../../routing/route';
import { PageNotice } from '../../shell/PageNotice';
import { useAttempt } from '../../shell/useAttempt';
import { useText } from '../../text/ConsoleTextContext';
import { useLoaded } from '../../live/useLoaded';
import { tidyForm } from './emptyForm';
import { MergeDialog } from './MergeDialog';
import { sameForm } from './mergeForms';
import { ScriptEditor } from './ScriptEditor';

interface Props {
  id: string;
  go: (route: Route) => void;
}

const conflict = 409;

/** One script of the files. Whoever saves second is told, and decides what becomes of both changes. */
export default function ScriptPage({ id, go }: Props) {
  const { text, explain } = useText();
  const { message, modal } = App.useApp();
  const attempt = useAttempt();
  const read = useCallback(async () => {
    const [item, vocabulary, scripts] = await Promise.all([readScript(id), readVocabulary(), listAllScripts()]);
    return { item, vocabulary, scripts: scripts.items };
  }, [id]);
  const { value, problem, reload } = useLoaded(read);
  /** What the form began from: the script as it was read or saved last. */
  const [base, setBase] = useState<ScriptItem | null>(null);
  const [form, setForm] = useState<ScriptForm | null>(null);
  const [theirs, setTheirs] = useState<ScriptItem | null>(null);

  const take = useCallback((item: ScriptItem) => {
    setBase(item);
    setForm(item.script);
  }, []);
  useEffect(() => {
    if (value) take(value.item);
  }, [value, take]);

  if (!value && problem) return <PageNotice text={problem.status === 404 ? text.editor.form.missing : explain(problem)} action={text.retry} run={() => void reload()} />;
  if (!value || !base || !form) return <PageNotice busy text={text.loading} />;

  const back = () => go({ page: 'scripts', scriptId: null });
  const saveOver = async (from: ScriptItem, next: ScriptForm) => {
    const { etag } = await saveScript(id, from.etag, next);
    take({ ...from, etag, script: next });
    setTheirs(null);
    message.success(text.editor.form.saved);
  };
  const save = (next: ScriptForm, from: ScriptItem) =>
    attempt(async () => {
      const tidy = tidyForm(next);
      try {
        await saveOver(from, tidy);
      } catch (error) {
        if (asProblem(error).status !== conflict) throw error;
        const now = await readScript(id);
        // Only another script of the same file was changed: nothing of theirs is touched by mine.
        if (sameForm(now.script, from.script)) await saveOver(now, tidy);
        else {
          setForm(next);
          setTheirs(now);
        }
      }
    });
  const remove = () =>
    modal.confirm({
      title: text.editor.form.removeConfirm,
      okButtonProps: { danger: true },
      onOk: () =>
        attempt(async () => {
          await removeScript(id, base.etag);
          message.success(text.editor.form.removed);
          releasePage();
          back();
        }),
    });

  return (
    <>
      <ScriptEditor
        id={id}
        intent={base.intent}
        heading={base.script.question}
        form={form}
        vocabulary={value.vocabulary}
        scripts={value.scripts}
        unsaved={!sameForm(tidyForm(form), tidyForm(base.script))}
        change={setForm}
        save={() => void save(form, base)}
        back={back}
        actions={
          <Button danger data-testid="script-remove" onClick={remove}>
            {text.editor.form.remove}
          </Button>
        }
      />
      {theirs && (
        <MergeDialog
          base={base.script}
          mine={tidyForm(form)}
          theirs={theirs}
          save={(merged) => void save(merged, theirs)}
          discard={() => {
            take(theirs);
            setTheirs(null);
          }}
          close={() => setTheirs(null)}
        />
      )}
    </>
  );
}
