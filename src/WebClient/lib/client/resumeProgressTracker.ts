import type { ResumeState } from './frames';
import type { Http } from './http';
import { Store, type ReadableStore } from './store';

interface ResumeStatusAnswer {
  status: ResumeState['status'];
  progress_percentage: number;
  current_step: string | null;
  error_message: string | null;
}

export interface ResumeProgressOptions {
  http: Http;
  watch: (resumeId: string) => void;
  unwatch: (resumeId: string) => void;
}

const pollMs = 3_000;

export function isFinal(progress: ResumeState | undefined): boolean {
  return progress?.status === 'completed' || progress?.status === 'failed';
}

/** Knows how far each watched resume is: from the socket, and by asking while there is none. */
export class ResumeProgressTracker {
  readonly #options: ResumeProgressOptions;
  readonly #progress = new Store<ReadonlyMap<string, ResumeState>>(new Map());
  readonly #watchers = new Map<string, number>();
  #socketDown = true;
  #poll: ReturnType<typeof setTimeout> | undefined;

  constructor(options: ResumeProgressOptions) {
    this.#options = options;
  }

  get progress(): ReadableStore<ReadonlyMap<string, ResumeState>> {
    return this.#progress;
  }

  /** Several parts of a page may watch the same resume; the last one to leave ends it. */
  watch(resumeId: string): () => void {
    const watchers = this.#watchers.get(resumeId) ?? 0;
    this.#watchers.set(resumeId, watchers + 1);
    if (watchers === 0 && !this.#isCompleted(resumeId)) this.#options.watch(resumeId);
    this.#schedulePoll();
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#leave(resumeId);
    };
  }

  update(resumeId: string, progress: ResumeState): void {
    this.#progress.set(new Map(this.#progress.get()).set(resumeId, progress));
    // Nothing follows, and a connection may watch only so many. A failed one may be tried again.
    if (progress.status === 'completed' && this.#watchers.has(resumeId)) this.#options.unwatch(resumeId);
  }

  /** A new connection knows nothing of what was watched on the last one. */
  socketIsLive(): void {
    this.#socketDown = false;
    clearTimeout(this.#poll);
    for (const resumeId of this.#watchers.keys()) {
      if (!this.#isCompleted(resumeId)) this.#options.watch(resumeId);
    }
  }

  socketIsDown(): void {
    this.#socketDown = true;
    this.#schedulePoll();
  }

  stop(): void {
    clearTimeout(this.#poll);
    this.#socketDown = true;
  }

  #leave(resumeId: string): void {
    const watchers = (this.#watchers.get(resumeId) ?? 1) - 1;
    if (watchers > 0) {
      this.#watchers.set(resumeId, watchers);
      return;
    }
    this.#watchers.delete(resumeId);
    if (!this.#isCompleted(resumeId)) this.#options.unwatch(resumeId);
  }

  #isCompleted(resumeId: string): boolean {
    return this.#progress.get().get(resumeId)?.status === 'completed';
  }

  #schedulePoll(): void {
    clearTimeout(this.#poll);
    const waiting = [...this.#watchers.keys()].filter((id) => !isFinal(this.#progress.get().get(id)));
    if (!this.#socketDown || waiting.length === 0) return;
    this.#poll = setTimeout(() => {
      // One that cannot be asked now is asked again in the next round.
      void Promise.allSettled(waiting.map((id) => this.#ask(id))).then(() => this.#schedulePoll());
    }, pollMs);
  }

  async #ask(resumeId: string): Promise<void> {
    const answer = await this.#options.http.json<ResumeStatusAnswer>('GET', `/api/resumes/${resumeId}/status`);
    if (!this.#socketDown) return;
    this.update(resumeId, {
      status: answer.status,
      progress: answer.progress_percentage,
      current_step: answer.current_step,
      error: answer.error_message,
    });
  }
}
