/**
 * The nonce of this page's content security policy, for the style elements that Web Chat and Ant Design add. Undefined
 * when the server left the `<meta name="csp-nonce">` empty.
 */
export function cspNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content || undefined;
}
