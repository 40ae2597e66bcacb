import { EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { unmask } from '../../api/deskApi';
import type { BuyerContext } from '../../api/types';
import { useAttempt } from '../../shell/useAttempt';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import styles from './ContextPanel.module.css';
import { Section } from './Section';

interface Props {
  conversationId: string;
  slots: BuyerContext['slots'];
  /** Whether whoever looks may see personal facts in full. */
  mayUnmask: boolean;
}

/** What the buyer told of themselves and the matter. Personal facts are masked until somebody asks for them, which is noted. */
export function Facts({ conversationId, slots, mayUnmask }: Props) {
  const { text } = useText();
  const attempt = useAttempt();
  const [shown, setShown] = useState<ReadonlyMap<string, string>>(new Map());
  const masked = slots.some((slot) => slot.masked && !shown.has(slot.name));
  const show = () =>
    attempt(async () => {
      const { items } = await unmask(conversationId);
      setShown(new Map(items.map(({ name, value }) => [name, value])));
    });

  if (slots.length === 0) return null;
  return (
    <Section heading={text.context.slots}>
      <dl className={styles.facts} data-testid="facts">
        {slots.map((slot) => (
          <div key={slot.name}>
            <dt>{nameOf(text.names.fact, slot.name)}</dt>
            <dd data-testid={`fact-${slot.name}`}>{slot.masked ? (shown.get(slot.name) ?? slot.value) : slot.value}</dd>
          </div>
        ))}
      </dl>
      {masked && mayUnmask && (
        <Button size="small" icon={<EyeOutlined />} title={text.context.unmaskHint} data-testid="unmask" onClick={() => void show()}>
          {text.context.unmask}
        </Button>
      )}
    </Section>
  );
}
