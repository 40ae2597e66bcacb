/** The questions of the inbox that a new script is being written for, until it is saved. */
let taken: { question: string; keys: string[] } | null = null;

export function handOver(question: string, keys: string[]): void {
  taken = { question, keys };
}

/** The keys handed over with a question, once; none when the page was opened another way. */
export function takeHandover(question: string): string[] {
  const keys = taken?.question === question ? taken.keys : [];
  taken = null;
  return keys;
}
