/** Asks whether the page may be left, and leaves it if so. */
type Question = (leave: () => void) => void;

let question: Question | null = null;

/** Has every way to another page of the console ask first. Gives what ends that. */
export function holdPage(ask: Question): () => void {
  question = ask;
  return () => {
    if (question === ask) question = null;
  };
}

/** Whether somebody is asked before the page is left. */
export const isHeld = (): boolean => question !== null;

/** Nothing on the page is worth asking for any more. */
export function releasePage(): void {
  question = null;
}

/** Leaves the page, after asking where something on it would be lost. */
export function leavePage(leave: () => void): void {
  if (question) {
    question(() => {
      releasePage();
      leave();
    });
  } else leave();
}
