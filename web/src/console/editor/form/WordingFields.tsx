import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo, useCallback } from 'react';
import type { WordingForm } from '../../api/editorTypes';
import { useText } from '../../text/ConsoleTextContext';
import { useLatest } from './useLatest';
import { WordingRow } from './WordingRow';

interface Props {
  wordings: WordingForm[];
  slots: string[];
  change: (wordings: WordingForm[]) => void;
}

/** The ways of answering. */
export const WordingFields = memo(function WordingFields({ wordings, slots, change }: Props) {
  const { text } = useText();
  const latest = useLatest(wordings);
  const set = useCallback(
    (place: number, wording: WordingForm) => change(latest.current.map((each, index) => (index === place ? wording : each))),
    [change, latest],
  );
  const remove = useCallback((place: number) => change(latest.current.filter((_, index) => index !== place)), [change, latest]);

  return (
    <div>
      {wordings.map((wording, place) => (
        <WordingRow key={place} wording={wording} place={place} slots={slots} change={set} remove={wordings.length > 1 ? remove : undefined} />
      ))}
      <Button
        type="dashed"
        block
        icon={<PlusOutlined />}
        style={{ marginTop: 8 }}
        data-testid="wording-add"
        onClick={() => change([...wordings, { text: '', simpler: false }])}
      >
        {text.editor.form.addWording}
      </Button>
    </div>
  );
});
