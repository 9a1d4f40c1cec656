import { ApiError, type Http } from '../../../lib/react';
import { Store, type ReadableStore } from '../../../lib/client/store';
import { uploadBatch, uploadResume } from '../../api/resumes';
import { recruits, type User } from '../../session/session';
import { storedJson } from '../../session/storedJson';
import { texts } from '../../texts';
import { isArchive, refusalOf } from './fileRules';

export type UploadState =
  | { kind: 'waiting'; isServerBusy?: boolean }
  /** `sent` in percent. */
  | { kind: 'uploading'; sent: number }
  | { kind: 'accepted'; resumeId: string }
  | { kind: 'batch'; batchId: string }
  | { kind: 'refused'; reason: string; canRetry: boolean };

export interface UploadRow {
  key: string;
  /** Of several files that go as one batch: what to call them. */
  filename: string;
  /** Of all files together. */
  size: number;
  state: UploadState;
}

export interface UploadQueueOptions {
  /** For one upload, which tells how many bytes have been sent. */
  http: (onSent: (bytes: number) => void) => Http;
  user: User;
  storage: Storage;
  /** The server has taken a file or a batch, and imports it. */
  onAccepted?: (id: string, filename: string, kind: 'resume' | 'batch') => void;
}

const mostAtOnce = 4;
/** How often a busy server is asked again before the user has to. */
const mostRetries = 5;
/** Grows with every try, where the server does not say how long it wants to be left alone. */
const busyMs = 3_000;
const longestBusyMs = 60_000;

/** Uploads a few files at a time, and remembers across a reload of the page what became of them. */
export class UploadQueue {
  readonly #options: UploadQueueOptions;
  readonly #storageKey: string;
  readonly #rows: Store<readonly UploadRow[]>;
  readonly #files = new Map<string, readonly File[]>();
  readonly #tries = new Map<string, number>();
  readonly #cancels = new Map<string, AbortController>();
  #uploading = 0;
  #isStopped = false;
  #pausedUntil = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: UploadQueueOptions) {
    this.#options = options;
    this.#storageKey = `hotgigs.uploads.${options.user.sub}`;
    this.#rows = new Store<readonly UploadRow[]>(storedJson<UploadRow[]>(options.storage, this.#storageKey) ?? []);
  }

  get rows(): ReadableStore<readonly UploadRow[]> {
    return this.#rows;
  }

  /** Whether leaving the page now would lose a file. */
  get isBusy(): boolean {
    return !this.#isStopped && this.#rows.get().some(({ state }) => state.kind === 'waiting' || state.kind === 'uploading');
  }

  add(files: Iterable<File>): void {
    const inBatches = recruits(this.#options.user);
    const good: File[] = [];
    const refused: UploadRow[] = [];
    for (const file of files) {
      const reason = refusalOf(file, inBatches);
      if (reason === null) good.push(file);
      else refused.push({ ...newRow(file.name, [file]), state: { kind: 'refused', reason, canRetry: false } });
    }
    const isBatch = inBatches && (good.length > 1 || good.some(isArchive));
    const rows = isBatch ? [this.#wait(nameOf(good), good)] : good.map((file) => this.#wait(file.name, [file]));
    this.#set([...rows, ...refused, ...this.#rows.get()]);
    this.#work();
  }

  retry(key: string): void {
    this.#tries.delete(key);
    this.#move(key, { kind: 'waiting' });
    this.#work();
  }

  /** What is still being sent is cancelled by it. */
  remove(key: string): void {
    this.#cancels.get(key)?.abort();
    this.#files.delete(key);
    this.#tries.delete(key);
    this.#set(this.#rows.get().filter((row) => row.key !== key));
  }

  /** Nothing more is sent, or stored: the user's session is over. */
  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    for (const cancel of this.#cancels.values()) cancel.abort();
    this.#files.clear();
  }

  #wait(name: string, files: readonly File[]): UploadRow {
    const row = newRow(name, files);
    this.#files.set(row.key, files);
    return row;
  }

  #work(): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    const pauseMs = this.#pausedUntil - Date.now();
    if (pauseMs > 0) {
      this.#timer = setTimeout(() => this.#work(), pauseMs);
      return;
    }
    while (this.#uploading < mostAtOnce) {
      const next = this.#nextWaiting();
      if (!next) return;
      this.#uploading += 1;
      this.#move(next.key, { kind: 'uploading', sent: 0 });
      void this.#upload(next.key, next.files).then((state) => {
        this.#uploading -= 1;
        this.#cancels.delete(next.key);
        if (this.#isStopped) return;
        this.#move(next.key, state);
        this.#work();
      });
    }
  }

  async #upload(key: string, files: readonly File[]): Promise<UploadState> {
    const { user, onAccepted } = this.#options;
    const cancel = new AbortController();
    this.#cancels.set(key, cancel);
    const http = this.#options.http((bytes) => this.#report(key, bytes));
    try {
      const [file] = files;
      if (files.length > 1 || !file || isArchive(file)) {
        const { batch_id } = await uploadBatch(http, files, cancel.signal);
        onAccepted?.(batch_id, nameOf(files), 'batch');
        return { kind: 'batch', batchId: batch_id };
      }
      const { resume_id } = await uploadResume(http, file, recruits(user) ? 'recruiter_upload' : 'candidate_upload', cancel.signal);
      onAccepted?.(resume_id, file.name, 'resume');
      return { kind: 'accepted', resumeId: resume_id };
    } catch (error) {
      if (!(error instanceof ApiError)) return { kind: 'refused', reason: this.#brokenOff(key), canRetry: true };
      if (this.#willTryAgain(key, error)) return { kind: 'waiting', isServerBusy: true };
      const reason = Object.values(error.fieldErrors).flat()[0] ?? error.detail;
      const isFileAtFault = error.status === 400 || error.status === 413 || error.status === 415 || error.status === 422;
      return { kind: 'refused', reason, canRetry: !isFileAtFault };
    }
  }

  #report(key: string, bytes: number): void {
    const row = this.#rows.get().find((one) => one.key === key);
    if (row?.state.kind !== 'uploading') return;
    // What stands around the files in the request counts as sent, too.
    const sent = Math.min(100, Math.floor((bytes / row.size) * 100));
    if (sent > row.state.sent) this.#rows.set(this.#rows.get().map((one) => (one === row ? { ...row, state: { kind: 'uploading', sent } } : one)));
  }

  #brokenOff(key: string): string {
    const state = this.#rows.get().find((one) => one.key === key)?.state;
    const sent = state?.kind === 'uploading' ? state.sent : 0;
    return sent > 0 && sent < 100 ? texts.upload.brokenOff(sent) : texts.unreachable;
  }

  /** A server that is busy has taken nothing, so that sending the file again makes no second resume. */
  #willTryAgain(key: string, { status, retryAfterMs }: ApiError): boolean {
    if (status !== 429 && status !== 503) return false;
    const tries = (this.#tries.get(key) ?? 0) + 1;
    if (tries > mostRetries) return false;
    this.#tries.set(key, tries);
    const pauseMs = Math.min(retryAfterMs ?? busyMs * tries, longestBusyMs);
    // It is as busy for the other files.
    this.#pausedUntil = Math.max(this.#pausedUntil, Date.now() + pauseMs);
    return true;
  }

  /** In the order they were added, whatever the order they are listed in. */
  #nextWaiting(): { key: string; files: readonly File[] } | null {
    const waiting = new Set(this.#rows.get().filter(({ state }) => state.kind === 'waiting').map(({ key }) => key));
    for (const [key, files] of this.#files) {
      if (waiting.has(key)) return { key, files };
    }
    return null;
  }

  #move(key: string, state: UploadState): void {
    if (state.kind === 'accepted' || state.kind === 'batch') {
      this.#files.delete(key);
      this.#tries.delete(key);
    }
    this.#set(this.#rows.get().map((row) => (row.key === key ? { ...row, state } : row)));
  }

  #set(rows: readonly UploadRow[]): void {
    this.#rows.set(rows);
    if (this.#isStopped) return;
    // A file cannot be stored: a row that still needs one would come back as a promise nobody keeps.
    const lasting = rows.filter(({ state }) => state.kind === 'accepted' || state.kind === 'batch');
    this.#options.storage.setItem(this.#storageKey, JSON.stringify(lasting));
  }
}

function newRow(filename: string, files: readonly File[]): UploadRow {
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return { key: crypto.randomUUID(), filename, size, state: { kind: 'waiting' } };
}

/** An archive by itself is called what it is called. */
function nameOf(files: readonly File[]): string {
  return files.length === 1 ? files[0]!.name : texts.upload.files(files.length);
}
