/**
 * An id that makes a repeated send recognisable. `crypto.randomUUID` would do, but browsers only offer it to pages
 * that came over HTTPS or from this very machine.
 */
export function newClientId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
