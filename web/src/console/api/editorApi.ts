import { requestJson } from '../../http/requestJson';
import type {
  DraftVerdict,
  ImportReport,
  InboxGroup,
  InboxOutcome,
  PlaygroundAnswer,
  Publication,
  Replay,
  ScriptForm,
  ScriptItem,
  ScriptRow,
  Staged,
  Vocabulary,
} from './editorTypes';

const script = (id: string) => `/api/editor/scripts/${encodeURIComponent(id)}`;

export const listAllScripts = () => requestJson<{ items: ScriptRow[]; serverTime: string }>('GET', '/api/editor/scripts');

/** The ids of the scripts that have every word somewhere, in what is asked or said too. */
export const findScripts = (query: string, signal: AbortSignal) =>
  requestJson<{ ids: string[] }>('GET', `/api/editor/scripts/matching?q=${encodeURIComponent(query)}`, undefined, signal);

export const readScript = (id: string) => requestJson<ScriptItem>('GET', script(id));

/** Fails with 409 when the file has changed since the etag was given. */
export const saveScript = (id: string, etag: string, form: ScriptForm) =>
  requestJson<{ etag: string }>('PUT', script(id), { etag, script: form });

export const addScript = (intent: string, name: string, form: ScriptForm) =>
  requestJson<{ id: string; etag: string }>('POST', '/api/editor/scripts', { intent, name, script: form });

export const removeScript = (id: string, etag: string) => requestJson<void>('POST', `${script(id)}/remove`, { etag });

export const readVocabulary = () => requestJson<Vocabulary>('GET', '/api/editor/vocabulary');

export const checkScript = (id: string, intent: string, form: ScriptForm) =>
  requestJson<DraftVerdict>('POST', '/api/editor/check', { id, intent, script: form });

export const askPlayground = (question: { text: string; channel: string; misses: number; against: 'published' | 'files' }) =>
  requestJson<PlaygroundAnswer>('POST', '/api/editor/playground', question);

export const readStaged = () => requestJson<Staged>('GET', '/api/editor/staged');

/** Asks the files what buyers asked lately and every script's own question; takes some seconds. */
export const replayQuestions = () => requestJson<Replay>('GET', '/api/editor/staged/replay');

export const listPublications = () => requestJson<{ items: Publication[] }>('GET', '/api/editor/publications');

/** Publishes the files, provided that they are still what was looked at. */
export const publish = (hash: string) => requestJson<Publication>('POST', '/api/editor/publications', { hash });

export const restore = (id: number) => requestJson<Publication>('POST', `/api/editor/publications/${id}/restore`);

export const listInbox = () => requestJson<{ total: number; items: InboxGroup[] }>('GET', '/api/editor/inbox');

export const decideInbox = (keys: string[], outcome: InboxOutcome, scriptId: string | null) =>
  requestJson<void>('POST', '/api/editor/inbox/decide', { keys, outcome, scriptId });

export const exportAddress = (format: 'csv' | 'xlsx') => `/api/editor/export?format=${format}`;

/** Says what a table would bring in, and brings it in when told; all or nothing. */
export const importTable = (table: File, apply: boolean) =>
  requestJson<ImportReport>('POST', `/api/editor/import?apply=${apply}`, table);
