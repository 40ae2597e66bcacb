import { requestJson } from '../../http/requestJson';
import type { ChatToken } from './ChatToken';

/** Asks for a Direct Line token; the visitor's cookie decides whether it is for a new conversation or the old one. */
export function requestToken(): Promise<ChatToken> {
  return requestJson<ChatToken>('POST', '/webchat/token');
}
