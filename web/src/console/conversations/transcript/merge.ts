import type { Message } from '../../api/types';

/**
 * Puts messages into a transcript: ordered by their numbers, each number once. The order in which answers arrive does
 * not matter. A message never changes once it has a number, so the copy that is here stays, and the transcript itself
 * is returned when nothing is new: what is drawn already need not be drawn again.
 */
export function mergeMessages(transcript: readonly Message[], incoming: readonly Message[]): readonly Message[] {
  const known = new Set(transcript.map((message) => message.seq));
  const added = new Map(incoming.filter((each) => !known.has(each.seq)).map((each) => [each.seq, each]));
  if (added.size === 0) return transcript;
  return [...transcript, ...added.values()].sort((a, b) => a.seq - b.seq);
}

/** The number of the newest message, 0 for an empty transcript. */
export const newestSeq = (transcript: readonly Message[]): number => transcript.at(-1)?.seq ?? 0;
