import { useText } from '../../text/ConsoleTextContext';
import { DeadlineClock } from '../../promises/DeadlineClock';
import { usePromises } from '../../promises/usePromises';
import { Section } from './Section';
import styles from './OwnPromises.module.css';

/** The promises made to this buyer that are still open. */
export function OwnPromises({ conversationId }: { conversationId: string }) {
  const { text } = useText();
  const { value: promises } = usePromises();
  const own = promises?.filter((promise) => promise.conversationId === conversationId) ?? [];
  if (own.length === 0) return null;
  return (
    <Section heading={text.context.promises}>
      {own.map((promise) => (
        <div key={promise.id} className={styles.promise} data-testid="own-promise">
          <DeadlineClock deadline={promise.deadline} />
          <span>{promise.text}</span>
        </div>
      ))}
    </Section>
  );
}
