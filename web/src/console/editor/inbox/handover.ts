/** What a new script is being written for: something of the inbox, until the script is saved. */
export interface Handover {
  question: string;
  /** The other ways in which it was asked. */
  variants: string[];
  /** What was replied, to begin the answers with. */
  wordings: string[];
  /** Takes it out of the inbox, because a script was written for it. */
  done: (scriptId: string) => Promise<void>;
}

let current: Handover | null = null;

export function handOver(handover: Handover): void {
  current = handover;
}

/** What was handed over with a question; null when the page was opened another way. */
export const handedOver = (question: string): Handover | null => (current?.question === question ? current : null);
