import { requestJson } from '../../http/requestJson';
import type { AccountRow, Me, NewAccount, Role } from './types';

/** Who is signed in. This also sets the cookie that every write has to repeat, so it follows each change of identity. */
export const readMe = () => requestJson<Me>('GET', '/api/account/me');

/** Whether a one-time link is still good. */
export const isLinkOpen = async (token: string) =>
  (await requestJson<{ open: boolean }>('POST', '/api/account/first/link', { token })).open;

export const createFirstAccount = (first: { token: string; name: string; displayName: string; password: string }) =>
  requestJson<Me>('POST', '/api/account/first', first);

export const signIn = (name: string, password: string) =>
  requestJson<Me>('POST', '/api/account/sign-in', { name, password });

export const signOut = () => requestJson<void>('POST', '/api/account/sign-out');

export const changePassword = (current: string, next: string) =>
  requestJson<void>('POST', '/api/account/password', { current, next });

export const listAccounts = () => requestJson<AccountRow[]>('GET', '/api/accounts');

export const createAccount = (account: NewAccount) => requestJson<void>('POST', '/api/accounts', account);

export const setAccountDisabled = (id: string, disabled: boolean) =>
  requestJson<void>('POST', `/api/accounts/${encodeURIComponent(id)}/${disabled ? 'disable' : 'enable'}`);

export const setAccountRoles = (id: string, roles: Role[]) =>
  requestJson<void>('POST', `/api/accounts/${encodeURIComponent(id)}/roles`, { roles });

/** What agents can be there for. */
export const listSkills = () => requestJson<{ items: string[] }>('GET', '/api/accounts/skills');

export const setAccountSkills = (id: string, skills: string[]) =>
  requestJson<void>('POST', `/api/accounts/${encodeURIComponent(id)}/skills`, { skills });
