/** What a new script is being written for: a group of the inbox, until the script is saved. */
export interface Handover {
  question: string;
  keys: string[];
  /** The other ways in which it was asked. */
  variants: string[];
}

let current: Handover | null = null;

export function handOver(group: Handover): void {
  current = group;
}

/** What was handed over with a question; null when the page was opened another way. */
export const handedOver = (question: string): Handover | null => (current?.question === question ? current : null);
