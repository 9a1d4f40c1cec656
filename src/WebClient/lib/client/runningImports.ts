import { ApiError } from './http';
import type { NotificationClient } from './notificationClient';
import { resumeProgress } from './resumeProgress';
import { isFinal, type Watchable } from './resumeProgressTracker';
import { Store, type ReadableStore } from './store';

/** An import that the user started and has not been told the end of. */
export interface RunningImport {
  /** Of the resume or the batch. */
  id: string;
  kind: Watchable;
  /** Filename, or the folder of a Google Drive sync; empty where there is none. */
  label: string;
  /** RFC 3339. */
  startedAt: string;
}

interface BatchList {
  batches: { batch_id: string; label: string | null; status: string; created_at: string }[];
}

interface UnfinishedList {
  resumes: { resume_id: string; filename: string; status: string; uploaded_at: string; processing_completed_at: string | null }[];
}

/** How long what failed is offered to devices that have not shown it yet. */
const failedForMs = 24 * 3_600_000;
/** More than a user puts away in that time. */
const mostDismissed = 200;
/** How long an end waits for its notification, which the user may have switched off. */
const graceMs = 10_000;

/** Knows what the user's imports are doing, in all tabs, on all devices and across a reload. What is put away is so on this device. */
export class RunningImports {
  readonly #client: NotificationClient;
  readonly #imports = new Store<readonly RunningImport[]>([]);
  readonly #watches = new Map<string, () => void>();
  readonly #ending = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(client: NotificationClient) {
    this.#client = client;
    client.onFrame((frame) => {
      if (frame.type === 'connected') this.#begin();
    });
    client.connection.subscribe(() => {
      if (client.connection.get().status === 'idle') globalThis.window?.removeEventListener('storage', this.#onStorage);
    });
    client.feed.subscribe(() => this.#settle());
    client.feature(resumeProgress).progress.subscribe(() => this.#settle());
    if (client.connection.get().status === 'live') this.#begin();
  }

  /** Newest first. */
  get imports(): ReadableStore<readonly RunningImport[]> {
    return this.#imports;
  }

  add(id: string, kind: Watchable, label: string, startedAt = new Date().toISOString()): void {
    const all = this.#imports.get();
    if (!all.some((one) => one.id === id)) this.#keep([{ id, kind, label, startedAt }, ...all]);
  }

  /** Puts one away for the user. */
  remove(id: string): void {
    const dismissed = this.#read<string>('dismissed');
    // Or the server's list would bring it back.
    if (!dismissed.includes(id)) this.#write('dismissed', [id, ...dismissed].slice(0, mostDismissed));
    this.#leave(id);
  }

  /** Has the failed files of a batch tried once more. */
  async retry(batchId: string): Promise<void> {
    await this.#client.http.send(`/api/resumes/batches/${batchId}/retry-failed`, { method: 'POST' });
    this.#client.feature(resumeProgress).resume(batchId);
  }

  /** Has a resume that failed tried once more. */
  async retryResume(resumeId: string, filename: string): Promise<void> {
    const { http } = this.#client;
    try {
      await http.send(`/api/resumes/${resumeId}/retry`, { method: 'POST' });
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 409) throw error;
      // It may be on its way already: asked for twice, or on another device.
      const { status } = await http.json<{ status: string }>('GET', `/api/resumes/${resumeId}/status`);
      if (status === 'failed') throw error;
    }
    this.add(resumeId, 'resume', filename);
    this.#client.feature(resumeProgress).resume(resumeId);
  }

  /** Finds what was begun on other devices. */
  async refresh(): Promise<void> {
    const { http, userId } = this.#client;
    // Connecting does it.
    if (userId === null) return;
    // A server without these lists has none running.
    const [batches, resumes] = await Promise.all([
      http.json<BatchList>('GET', '/api/resumes/batches').catch(() => null),
      http.json<UnfinishedList>('GET', '/api/resumes/unfinished?limit=100').catch(() => null),
    ]);
    for (const { batch_id, label, status, created_at } of batches?.batches ?? []) {
      if (status === 'uploaded' || status === 'processing') this.add(batch_id, 'batch', label ?? '', created_at);
    }
    const dismissed = new Set(this.#read<string>('dismissed'));
    for (const { resume_id, filename, status, uploaded_at, processing_completed_at } of resumes?.resumes ?? []) {
      const isOld = status === 'failed' && Date.now() - Date.parse(processing_completed_at ?? uploaded_at) > failedForMs;
      if (!isOld && !dismissed.has(resume_id)) this.add(resume_id, 'resume', filename, uploaded_at);
    }
  }

  /** Another tab has one more, or one less. */
  readonly #onStorage = (event: StorageEvent): void => {
    const key = this.#keyOf('imports');
    // Signing out there takes the list away, but not from those who are signed in here.
    if (event.key === key && localStorage.getItem(key) !== null) this.#keep(this.#read('imports'), false);
  };

  #leave(id: string): void {
    this.#keep(this.#imports.get().filter((one) => one.id !== id));
  }

  #keyOf(list: 'imports' | 'dismissed'): string {
    return `hotgigs.${list}.${this.#client.userId}`;
  }

  #begin(): void {
    globalThis.window?.addEventListener('storage', this.#onStorage);
    const known = new Map([...this.#read<RunningImport>('imports'), ...this.#imports.get()].map((one) => [one.id, one]));
    this.#keep([...known.values()]);
    void this.refresh();
  }

  #read<T>(list: 'imports' | 'dismissed'): T[] {
    try {
      return JSON.parse(localStorage.getItem(this.#keyOf(list)) ?? '[]') as T[];
    } catch {
      return [];
    }
  }

  #write(list: 'imports' | 'dismissed', values: readonly unknown[]): void {
    try {
      // What ends after the user has signed out leaves no trace.
      if (this.#client.userId !== null && this.#client.connection.get().status !== 'idle') localStorage.setItem(this.#keyOf(list), JSON.stringify(values));
    } catch {
      // A browser that stores nothing forgets them on a reload.
    }
  }

  #keep(imports: readonly RunningImport[], isToStore = true): void {
    const newestFirst = imports.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt));
    this.#imports.set(newestFirst);
    if (isToStore) this.#write('imports', newestFirst);
    const ids = new Set(imports.map((one) => one.id));
    for (const [id, leave] of this.#watches) {
      if (ids.has(id)) continue;
      leave();
      this.#watches.delete(id);
      clearTimeout(this.#ending.get(id));
      this.#ending.delete(id);
    }
    for (const { id, kind } of imports) {
      if (!this.#watches.has(id)) this.#watches.set(id, this.#client.feature(resumeProgress).watch(id, kind));
    }
  }

  /** What has ended well becomes its notification. What failed stays until the user has seen it. */
  #settle(): void {
    const progress = this.#client.feature(resumeProgress).progress.get();
    const told = new Set(this.#client.feed.get().notifications.flatMap((n) => [n.data.resume_id, n.data.batch_id]));
    for (const { id } of this.#imports.get()) {
      const state = progress.get(id);
      if (state?.status === 'gone') this.#leave(id);
      if (!isFinal(state) || state?.status !== 'completed' || (state.failed ?? 0) > 0) continue;
      if (told.has(id)) this.#leave(id);
      else if (!this.#ending.has(id)) this.#ending.set(id, setTimeout(() => this.#leave(id), graceMs));
    }
  }
}

/** For `client.feature(runningImports)`. */
export function runningImports(client: NotificationClient): RunningImports {
  return new RunningImports(client);
}
