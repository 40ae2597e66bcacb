import { cspNonce } from './cspNonce';

/**
 * Has every style element that a script makes carry the page's nonce: Ant Design's scroll lock and scroll bar measure make
 * theirs without being told it. Only the page's own scripts run, so nobody else gains by it.
 */
export function nonceStyles(): void {
  const nonce = cspNonce();
  if (!nonce) return;
  const create = document.createElement.bind(document);
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
