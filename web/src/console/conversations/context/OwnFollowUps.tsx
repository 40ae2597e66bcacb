import { ClockCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { SettleButtons } from '../../promises/SettleButtons';
import { useFollowUps } from '../../promises/useFollowUps';
import { useText } from '../../text/ConsoleTextContext';
import { timeText } from '../transcript/timeText';
import styles from './OwnPromises.module.css';
import { Section } from './Section';

interface Props {
  conversationId: string;
  /** Asks when to come back to the buyer; null for whoever does not have the buyer. */
  plan: (() => void) | null;
}

/** When the shop will come back to this buyer, and about what. */
export function OwnFollowUps({ conversationId, plan }: Props) {
  const { text, language } = useText();
  const { value, reload } = useFollowUps();
  const own = value?.filter((each) => each.conversationId === conversationId) ?? [];
  if (own.length === 0 && !plan) return null;
  return (
    <Section heading={text.followUps.heading}>
      {own.map(({ id, dueAt, note, scriptId }) => (
        <div key={id} className={styles.promise} data-testid="own-follow-up">
          <b>{timeText(dueAt, language)}</b>
          <span>{note || scriptId}</span>
          <SettleButtons id={id} settled={() => void reload()} />
        </div>
      ))}
      {plan && (
        <Button size="small" icon={<ClockCircleOutlined />} title="Alt+L" data-testid="plan-follow-up" onClick={plan}>
          {text.followUps.plan}
        </Button>
      )}
    </Section>
  );
}
