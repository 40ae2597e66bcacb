import type { BuyerContext } from '../../api/types';
import { Pill } from '../../shell/Pill';
import { useText } from '../../text/ConsoleTextContext';
import { timeText } from '../transcript/timeText';
import styles from './OrderCard.module.css';

export function OrderCard({ order }: { order: BuyerContext['orders'][number] }) {
  const { text, language } = useText();
  const items = Array.isArray(order.items) ? order.items.join('、') : order.items;
  return (
    <div className={styles.order} data-testid="order">
      <div className={styles.head}>
        <b>{order.number}</b>
        <Pill tone="brand">{order.status}</Pill>
      </div>
      <div>{items}</div>
      {order.paidAt && (
        <div className={styles.paid}>
          {text.context.paidAt} {timeText(order.paidAt, language)}
        </div>
      )}
    </div>
  );
}
