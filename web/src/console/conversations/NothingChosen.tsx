import { MessageOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useText } from '../text/ConsoleTextContext';
import styles from './NothingChosen.module.css';

interface Props {
  waiting: number;
  openLongest: () => void;
}

/** What the middle shows before a conversation is chosen. */
export function NothingChosen({ waiting, openLongest }: Props) {
  const { text } = useText();
  return (
    <div className={styles.nothing} data-testid="nothing-chosen">
      <MessageOutlined className={styles.icon} />
      <p>{text.conversation.choose}</p>
      {waiting > 0 && <Button onClick={openLongest}>{text.conversation.chooseHint}</Button>}
    </div>
  );
}
