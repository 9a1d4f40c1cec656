import type { TokenProvider } from './token';

/** An answer of the server that is not a success: problem+json where it sent one. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    readonly code: string | null = null,
    readonly fieldErrors: Readonly<Record<string, readonly string[]>> = {},
    readonly traceId: string | null = null,
    /** How long the server asks to be left alone. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(detail);
    this.name = 'ApiError';
  }
}

export interface HttpOptions {
  token: TokenProvider;
  /** Origin of the server; empty for the page's own. */
  baseUrl?: string;
  fetch?: typeof fetch;
}

/** `fetch` with the bearer token, a second try with a new token on 401, and problems as `ApiError`. */
export class Http {
  readonly #options: HttpOptions;

  constructor(options: HttpOptions) {
    this.#options = options;
  }

  async json<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    const init: RequestInit = { method, signal };
    if (body !== undefined) {
      init.body = JSON.stringify(body);
      init.headers = { 'Content-Type': 'application/json' };
    }
    const response = await this.send(path, init);
    return (await response.json()) as T;
  }

  async send(path: string, init: RequestInit = {}): Promise<Response> {
    let response = await this.#try(path, init, false);
    if (response.status === 401) response = await this.#try(path, init, true);
    if (!response.ok) throw await errorFrom(response);
    return response;
  }

  async #try(path: string, init: RequestInit, renew: boolean): Promise<Response> {
    const token = await this.#options.token({ renew });
    if (token === null) throw new ApiError(401, 'You are not signed in.', 'unauthenticated');
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${token}`);
    const send = this.#options.fetch ?? globalThis.fetch;
    return send(`${this.#options.baseUrl ?? ''}${path}`, { ...init, headers });
  }
}

interface Problem {
  title?: string;
  detail?: string;
  code?: string;
  trace_id?: string;
  errors?: Record<string, string[]>;
}

export async function errorFrom(response: Response): Promise<ApiError> {
  // A proxy in between may answer in HTML: the status is then all there is to say.
  const problem = (await response.json().catch(() => ({}))) as Problem;
  const detail = problem.detail ?? problem.title ?? `The server answered with status ${response.status}.`;
  return new ApiError(
    response.status,
    detail,
    problem.code ?? null,
    problem.errors ?? {},
    problem.trace_id ?? null,
    retryAfterMs(response.headers.get('Retry-After')),
  );
}

/** Seconds, or a date. */
function retryAfterMs(header: string | null): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}
