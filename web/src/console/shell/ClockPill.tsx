import type { HTMLAttributes } from 'react';
import type { Urgency } from '../conversations/list/waiting';
import { Pill } from './Pill';

interface Props extends HTMLAttributes<HTMLSpanElement> {
  urgency: Urgency;
}

/** A running clock in the colour of its urgency. */
export const ClockPill = ({ urgency, ...rest }: Props) => <Pill tone={urgency} clock data-urgency={urgency} {...rest} />;
