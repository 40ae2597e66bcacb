import { Progress } from 'antd';
import { memo } from 'react';
import type { BuyerContext, ConversationSummary } from '../../api/types';
import { Pill } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import { EmotionTag } from '../list/EmotionTag';
import { Cases } from './Cases';
import { Facts } from './Facts';
import { History } from './History';
import { OrderCard } from './OrderCard';
import { OwnFollowUps } from './OwnFollowUps';
import { OwnPromises } from './OwnPromises';
import { Section } from './Section';
import styles from './ContextPanel.module.css';

interface Props {
  conversation: ConversationSummary;
  context: BuyerContext;
  mayUnmask: boolean;
  /** Whether whoever looks has the buyer. */
  mine: boolean;
  /** Asks when to come back to the buyer. */
  plan: () => void;
}

/** The right column: what is known about the buyer, and by which words; what is owed, and how others were helped. */
export const ContextPanel = memo(function ContextPanel({ conversation, context, mayUnmask, mine, plan }: Props) {
  const { text, language } = useText();
  const { intent, slots, buyerTypes, orders, tried, history } = context;
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
              <b>{language === 'zh' ? intent.name : intent.nameEn}</b>
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
      <OwnFollowUps conversationId={conversation.id} plan={mine ? plan : null} />
      <Facts conversationId={conversation.id} slots={slots} mayUnmask={mayUnmask} />
      <Section heading={text.context.orders}>
        {orders.length === 0 && none}
        {orders.map((order) => (
          <OrderCard key={order.number} order={order} />
        ))}
      </Section>
      {buyerTypes.length > 0 && (
        <Section heading={text.context.buyerTypes}>
          {buyerTypes.map((type) => (
            <div key={type.id} className={styles.type} data-testid="buyer-type" data-type={type.id}>
              <Pill>{nameOf(text.names.buyerType, type.id)}</Pill>
              <span className={styles.none}>“{type.evidence}”</span>
              <p data-testid="strategy">{nameOf(text.names.strategy, type.id)}</p>
            </div>
          ))}
        </Section>
      )}
      {intent && <Cases conversationId={conversation.id} intent={intent.id} />}
      <History history={history} />
      {tried.length > 0 && (
        <Section heading={text.context.tried}>
          {tried.map((script) => (
            <span key={script.id} className={styles.script} title={script.id}>
              {script.question}
            </span>
          ))}
        </Section>
      )}
    </aside>
  );
});
