import { Progress } from 'antd';
import { memo } from 'react';
import type { BuyerContext, ConversationSummary } from '../../api/types';
import { Pill } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import { EmotionTag } from '../list/EmotionTag';
import { OrderCard } from './OrderCard';
import { OwnPromises } from './OwnPromises';
import { Section } from './Section';
import styles from './ContextPanel.module.css';

interface Props {
  conversation: ConversationSummary;
  context: BuyerContext;
}

/** The right column: what is known about the buyer, and by which words. */
export const ContextPanel = memo(function ContextPanel({ conversation, context }: Props) {
  const { text } = useText();
  const { intent, slots, buyerTypes, orders, tried } = context;
  const emotion = context.emotion ?? conversation.emotion;
  const none = <span className={styles.none}>{text.context.none}</span>;

  return (
    <aside className={styles.panel} aria-label={text.context.heading} tabIndex={0} data-testid="context">
      {conversation.waitingReason && (
        <Section heading={text.conversation.waitingReason}>
          <p data-testid="waiting-reason">{nameOf(text.names.reason, conversation.waitingReason)}</p>
        </Section>
      )}
      {context.summary && (
        <Section heading={text.context.summary}>
          <p data-testid="summary">{context.summary}</p>
        </Section>
      )}
      <Section heading={text.context.intent}>
        {intent ? (
          <div data-testid="intent" data-intent={intent.id}>
            <div className={styles.pair}>
              <b>{intent.name}</b>
              <span className={styles.none}>
                {text.context.confidence} {Math.round(intent.confidence * 100)}%
              </span>
            </div>
            <Progress
              percent={intent.confidence * 100}
              showInfo={false}
              size="small"
              aria-label={text.context.confidence}
            />
          </div>
        ) : (
          none
        )}
        <div className={styles.tags}>
          {emotion && <EmotionTag emotion={emotion} always />}
          {conversation.stage && <Pill>{nameOf(text.names.stage, conversation.stage)}</Pill>}
        </div>
      </Section>
      <OwnPromises conversationId={conversation.id} />
      <Section heading={text.context.slots}>
        {slots.length === 0 && none}
        <dl className={styles.facts} data-testid="facts">
          {slots.map((slot) => (
            <div key={`${slot.name} ${slot.value}`}>
              <dt>{nameOf(text.names.fact, slot.name)}</dt>
              <dd>
                {slot.value} {slot.masked && <span className={styles.none}>{text.context.masked}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section heading={text.context.orders}>
        {orders.length === 0 && none}
        {orders.map((order) => (
          <OrderCard key={order.number} order={order} />
        ))}
      </Section>
      <Section heading={text.context.buyerTypes}>
        {buyerTypes.length === 0 && none}
        {buyerTypes.map((type) => (
          <div key={type.id} className={styles.type}>
            <Pill>{type.name}</Pill>
            <span className={styles.none}>{type.evidence}</span>
          </div>
        ))}
      </Section>
      {tried.length > 0 && (
        <Section heading={text.context.tried}>
          {tried.map((script) => (
            <code key={script} className={styles.script}>
              {script}
            </code>
          ))}
        </Section>
      )}
    </aside>
  );
});
