/** Milliseconds to wait before attempt number `attempt` (from 0): 2 s, doubling, at most 30 s. */
export function retryDelay(attempt: number): number {
  return Math.min(2_000 * 2 ** attempt, 30_000);
}
