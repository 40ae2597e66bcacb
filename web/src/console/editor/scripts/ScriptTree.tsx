import { Tree } from 'antd';
import { memo, useMemo } from 'react';
import type { ScriptRow, Vocabulary } from '../../api/editorTypes';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import { scriptTree } from './scriptTree';
import styles from './ScriptsPage.module.css';

interface Props {
  rows: readonly ScriptRow[];
  vocabulary: Vocabulary;
  choose: (stage: string | null, intent: string | null) => void;
}

/** The scripts by stage and intent; choosing a branch filters the table. */
export const ScriptTree = memo(function ScriptTree({ rows, vocabulary, choose }: Props) {
  const { text, language } = useText();
  const names = useMemo(
    () => new Map(vocabulary.intents.map((intent) => [intent.id, language === 'zh' ? intent.nameZh : intent.nameEn])),
    [vocabulary, language],
  );
  const title = (name: string, count: number) => (
    <span>
      {name}
      <span className={styles.treeCount}>{count}</span>
    </span>
  );
  const nodes = useMemo(
    () => [
      { key: '', title: title(text.editor.list.allStages, rows.length) },
      ...scriptTree(rows, vocabulary.stages).map(({ stage, count, intents }) => ({
        key: stage,
        title: title(nameOf(text.names.stage, stage), count),
        children: intents.map((node) => ({ key: `${stage} ${node.intent}`, title: title(names.get(node.intent) ?? node.intent, node.count) })),
      })),
    ],
    [rows, vocabulary, names, text],
  );
  return (
    <Tree
      blockNode
      treeData={nodes}
      defaultSelectedKeys={['']}
      data-testid="script-tree"
      onSelect={([key]) => {
        const [stage, intent] = String(key ?? '').split(' ');
        choose(stage || null, intent ?? null);
      }}
    />
  );
});
