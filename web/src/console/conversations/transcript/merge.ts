import type { Message } from '../../api/types';

/**
 * Puts messages into a transcript: ordered by their numbers, each number once. A message never changes once it has a
 * number, but whoever takes the buyer sees in full what was masked before: then the newer copy counts. Where nothing is
 * new, the transcript itself is returned: what is drawn already need not be drawn again.
 */
export function mergeMessages(transcript: readonly Message[], incoming: readonly Message[]): readonly Message[] {
  const merged = new Map(transcript.map((message) => [message.seq, message]));
  const news = incoming.filter((each) => merged.get(each.seq)?.text !== each.text);
  if (news.length === 0) return transcript;
  for (const each of news) merged.set(each.seq, each);
  return [...merged.values()].sort((a, b) => a.seq - b.seq);
}

/** The number of the newest message, 0 for an empty transcript. */
export const newestSeq = (transcript: readonly Message[]): number => transcript.at(-1)?.seq ?? 0;
