import { App } from 'antd';
import { useEffect } from 'react';
import { holdPage } from '../../routing/leaving';
import { useText } from '../../text/ConsoleTextContext';

/** Has somebody asked before unsaved changes are lost: by the page on the way to another one, by the browser when it is closed. */
export function useUnsaved(unsaved: boolean): void {
  const { text } = useText();
  const { modal } = App.useApp();

  useEffect(() => {
    if (!unsaved) return;
    const words = text.editor.form;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    const release = holdPage((leave) => void modal.confirm({ title: words.leave, okText: words.leaveYes, cancelText: words.leaveNo, onOk: leave }));
    return () => {
      window.removeEventListener('beforeunload', ask);
      release();
    };
  }, [unsaved, text, modal]);
}
