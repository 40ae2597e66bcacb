/** Whether an address is one of the program itself. */
export function isOwnAddress(url: string, origin: string): boolean {
  try {
    const address = new URL(url, origin);
    return address.origin === origin && /^https?:$/.test(address.protocol);
  } catch {
    return false;
  }
}
