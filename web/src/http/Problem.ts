/** The body of an RFC 9457 answer. */
export interface ProblemDetails {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  errors?: unknown;
}

/** A request that did not succeed. `title` is in Chinese and meant for people, `detail` in English. */
export class Problem extends Error {
  /** The HTTP status, or 0 when the server could not be reached at all. */
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** Findings of the draft guard (an array) or messages by field (an object), as the endpoint defines it. */
  readonly errors: unknown;

  constructor(status: number, details: ProblemDetails = {}) {
    super(details.title ?? details.detail ?? `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.title = details.title ?? '';
    this.detail = details.detail ?? '';
    this.errors = details.errors;
  }

  get unreachable(): boolean {
    return this.status === 0;
  }

  /** The messages of a rejected form, whatever field they belong to. */
  get fieldMessages(): string[] {
    if (!this.errors || typeof this.errors !== 'object' || Array.isArray(this.errors)) return [];
    return Object.values(this.errors as Record<string, unknown>)
      .flat()
      .filter((message): message is string => typeof message === 'string');
  }
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(0, { detail: String(error) });
}
