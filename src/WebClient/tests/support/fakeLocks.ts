/** Web Locks as the browser has them, for one page: jsdom has none. */
export class FakeLocks {
  readonly #held: { name: string; mode: string }[] = [];
  readonly #waiting: (() => void)[] = [];

  request(name: string, options: { mode: string; signal?: AbortSignal }, callback: () => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const take = () => {
        const isFree = !this.#held.some((lock) => lock.name === name && (lock.mode === 'exclusive' || options.mode === 'exclusive'));
        if (!isFree) return;
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        const lock = { name, mode: options.mode };
        this.#held.push(lock);
        void Promise.resolve(callback()).then((value) => {
          this.#held.splice(this.#held.indexOf(lock), 1);
          for (const next of [...this.#waiting]) next();
          resolve(value);
        });
      };
      options.signal?.addEventListener('abort', () => {
        const index = this.#waiting.indexOf(take);
        if (index < 0) return;
        this.#waiting.splice(index, 1);
        reject(new DOMException('Aborted', 'AbortError'));
      });
      this.#waiting.push(take);
      take();
    });
  }

  query(): Promise<{ held: { name: string; mode: string }[] }> {
    return Promise.resolve({ held: [...this.#held] });
  }
}
