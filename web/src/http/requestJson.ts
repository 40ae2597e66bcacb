import { readCookie } from './readCookie';
import { Problem, type ProblemDetails } from './Problem';

/** Told on the window when the program no longer knows who is calling. */
export const unauthorizedEvent = 'replybot:unauthorized';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * One call of the program's own HTTP API. Cookies go along; writes carry the token that proves they come from a page
 * of the program. A file is sent as it is, anything else as JSON. Throws {@link Problem} for every answer that is not a success.
 */
export async function requestJson<T>(method: Method, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  const file = body instanceof Blob ? body : null;
  if (body !== undefined) headers['Content-Type'] = file ? 'application/octet-stream' : 'application/json';
  if (method !== 'GET') {
    const token = readCookie(document.cookie, 'XSRF-TOKEN');
    if (token) headers['X-XSRF-TOKEN'] = token;
  }

  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      body: file ?? (body === undefined ? null : JSON.stringify(body)),
      signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Problem(0, { detail: String(error) });
  }

  if (response.status === 401) window.dispatchEvent(new Event(unauthorizedEvent));
  if (!response.ok) throw new Problem(response.status, await readProblem(response));
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

async function readProblem(response: Response): Promise<ProblemDetails> {
  try {
    return (await response.json()) as ProblemDetails;
  } catch {
    return {};
  }
}
