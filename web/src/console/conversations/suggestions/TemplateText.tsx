import { Fragment } from 'react';
import { useText } from '../../text/ConsoleTextContext';
import { nameOf } from '../../text/nameOf';
import { findSlots } from '../draft/slots';
import styles from './TemplateText.module.css';

/** A reply with its unfilled slots shown by name. */
export function TemplateText({ template }: { template: string }) {
  const { text } = useText();
  let last = 0;
  const parts = findSlots(template).map((slot) => {
    const before = template.slice(last, slot.start);
    last = slot.end;
    return (
      <Fragment key={slot.start}>
        {before}
        <mark className={styles.slot}>{nameOf(text.names.slot, slot.name)}</mark>
      </Fragment>
    );
  });
  return (
    <span>
      {parts}
      {template.slice(last)}
    </span>
  );
}
