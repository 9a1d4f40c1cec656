import type { ResumeState } from './frames';
import { ApiError, type Http } from './http';
import { Store, type ReadableStore } from './store';

interface ResumeStatusAnswer {
  status: ResumeState['status'];
  progress_percentage: number;
  current_step: string | null;
  error_message: string | null;
}

interface BatchAnswer {
  status: ResumeState['status'];
  total_files: number;
  processed: number;
  failed: number;
}

/** A batch is watched by its own id, and is as far as its files are. */
export type Watchable = 'resume' | 'batch';

export interface ResumeProgressOptions {
  http: Http;
  watch: (resumeId: string) => void;
  unwatch: (resumeId: string) => void;
}

const pollMs = 3_000;
/** How many are asked for in one round. */
const pollsAtOnce = 10;
/** The server lets a connection watch 128; the rest is asked for. */
const mostWatches = 100;

export function isFinal(progress: ResumeState | undefined): boolean {
  return progress !== undefined && progress.status !== 'uploaded' && progress.status !== 'processing';
}

/** Knows how far each watched resume is: from the socket as far as that goes, and else by asking. */
export class ResumeProgressTracker {
  readonly #options: ResumeProgressOptions;
  readonly #progress = new Store<ReadonlyMap<string, ResumeState>>(new Map());
  readonly #watchers = new Map<string, number>();
  readonly #batches = new Set<string>();
  /** What the socket is to tell of. */
  readonly #watched = new Set<string>();
  /** What the socket would not tell of. */
  readonly #unwatchable = new Set<string>();
  /** Of these nothing more is expected. */
  readonly #ended = new Set<string>();
  /** Whose turn is over until all others had theirs. */
  readonly #asked = new Set<string>();
  #socketDown = true;
  #poll: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ResumeProgressOptions) {
    this.#options = options;
  }

  get progress(): ReadableStore<ReadonlyMap<string, ResumeState>> {
    return this.#progress;
  }

  /** Several parts of a page may watch the same resume; the last one to leave ends it. */
  watch(resumeId: string, kind: Watchable = 'resume'): () => void {
    if (kind === 'batch') this.#batches.add(resumeId);
    const watchers = this.#watchers.get(resumeId) ?? 0;
    this.#watchers.set(resumeId, watchers + 1);
    if (watchers === 0) {
      // A failed one may have been tried again since.
      if (this.#progress.get().get(resumeId)?.status !== 'completed') this.#ended.delete(resumeId);
      this.#follow();
    }
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#leave(resumeId);
    };
  }

  /** What had ended goes on: files of a batch that are tried again. */
  resume(resumeId: string): void {
    const known = new Map(this.#progress.get());
    known.delete(resumeId);
    this.#progress.set(known);
    this.#ended.delete(resumeId);
    this.#follow();
  }

  update(resumeId: string, progress: ResumeState): void {
    this.#progress.set(new Map(this.#progress.get()).set(resumeId, progress));
    if (!isFinal(progress)) return;
    this.#ended.add(resumeId);
    this.#unwatch(resumeId);
    this.#follow();
  }

  /** The server will not have it watched. */
  watchRefused(resumeId: string, code: string | undefined): void {
    if (!this.#watched.delete(resumeId)) return;
    // An older server watches no batches, and is asked for them.
    if ((code === 'not_found' || code === 'forbidden') && !this.#batches.has(resumeId)) this.#gone(resumeId);
    else this.#unwatchable.add(resumeId);
    this.#follow();
  }

  /** A new connection knows nothing of what was watched on the last one. */
  socketIsLive(): void {
    this.#socketDown = false;
    this.#watched.clear();
    this.#unwatchable.clear();
    this.#follow();
  }

  socketIsDown(): void {
    this.#socketDown = true;
    this.#watched.clear();
    this.#follow();
  }

  stop(): void {
    clearTimeout(this.#poll);
    this.#poll = undefined;
    this.#socketDown = true;
    this.#watched.clear();
  }

  #leave(resumeId: string): void {
    const watchers = (this.#watchers.get(resumeId) ?? 1) - 1;
    if (watchers > 0) {
      this.#watchers.set(resumeId, watchers);
      return;
    }
    this.#watchers.delete(resumeId);
    this.#unwatchable.delete(resumeId);
    this.#unwatch(resumeId);
    this.#follow();
  }

  #unwatch(resumeId: string): void {
    if (this.#watched.delete(resumeId)) this.#options.unwatch(resumeId);
  }

  /** Watches as many as may be, and asks for the others. */
  #follow(): void {
    if (!this.#socketDown) {
      for (const resumeId of this.#watchers.keys()) {
        if (this.#watched.size >= mostWatches) break;
        if (!this.#isToAsk(resumeId) || this.#unwatchable.has(resumeId)) continue;
        this.#watched.add(resumeId);
        this.#options.watch(resumeId);
      }
    }
    this.#schedulePoll();
  }

  #isToAsk(resumeId: string): boolean {
    return this.#watchers.has(resumeId) && !this.#watched.has(resumeId) && !this.#ended.has(resumeId);
  }

  #schedulePoll(): void {
    // The next round finds out for itself what there is to ask.
    if (this.#poll !== undefined || ![...this.#watchers.keys()].some((id) => this.#isToAsk(id))) return;
    this.#poll = setTimeout(() => {
      // One that cannot be asked now is asked again in its next turn.
      void Promise.allSettled(this.#nextToAsk().map((id) => this.#ask(id))).then(() => {
        this.#poll = undefined;
        this.#schedulePoll();
      });
    }, pollMs);
  }

  #nextToAsk(): string[] {
    const waiting = [...this.#watchers.keys()].filter((id) => this.#isToAsk(id));
    if (waiting.every((id) => this.#asked.has(id))) this.#asked.clear();
    const next = waiting.filter((id) => !this.#asked.has(id)).slice(0, pollsAtOnce);
    for (const id of next) this.#asked.add(id);
    return next;
  }

  async #ask(resumeId: string): Promise<void> {
    let answer: ResumeState;
    try {
      answer = await (this.#batches.has(resumeId) ? this.#readBatch(resumeId) : this.#readResume(resumeId));
    } catch (error) {
      if (error instanceof ApiError && (error.status === 404 || error.status === 403) && this.#isToAsk(resumeId)) {
        this.#gone(resumeId);
      }
      throw error;
    }
    // The socket has taken over meanwhile, and knows better.
    if (this.#isToAsk(resumeId)) this.update(resumeId, answer);
  }

  async #readResume(id: string): Promise<ResumeState> {
    const answer = await this.#options.http.json<ResumeStatusAnswer>('GET', `/api/resumes/${id}/status`);
    const { status, progress_percentage: progress, current_step, error_message: error } = answer;
    return { status, progress, current_step, error };
  }

  async #readBatch(id: string): Promise<ResumeState> {
    const answer = await this.#options.http.json<BatchAnswer>('GET', `/api/resumes/batches/${id}`);
    const { status, total_files, processed, failed } = answer;
    const progress = total_files === 0 ? 0 : Math.floor((processed / total_files) * 100);
    return { status, progress, current_step: null, error: null, total_files, processed, failed };
  }

  #gone(resumeId: string): void {
    const known = this.#progress.get().get(resumeId);
    this.update(resumeId, { status: 'gone', progress: known?.progress ?? 0, current_step: null, error: null });
  }
}
