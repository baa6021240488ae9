/** Tells open pages of this process at once that there is something new; other processes are found by looking. */
export interface Waker {
  wake(): void;
  /** Resolves at the next wake with true, at the latest after so many milliseconds with false. */
  next(atMostMs: number): Promise<boolean>;
  /** An open page begins to wait; what it gives must be called when the page is gone. */
  join(): () => void;
  /** Open pages are let go because the program stops; resolves when the last one has left. */
  close(): Promise<void>;
  readonly closed: boolean;
}

/** Makes a waker. */
export function wakerOf(): Waker {
  const waiting = new Set<(woken: boolean) => void>();
  let closed = false;
  let pages = 0;
  let empty: (() => void) | undefined;
  const wake = () => {
    for (const resolve of [...waiting]) resolve(true);
  };
  return {
    wake,
    join: () => {
      pages += 1;
      return () => {
        pages -= 1;
        if (pages === 0) empty?.();
      };
    },
    close: () => {
      closed = true;
      wake();
      return pages === 0 ? Promise.resolve() : new Promise((resolve) => (empty = resolve));
    },
    get closed() {
      return closed;
    },
    next: (atMostMs) =>
      new Promise((resolve) => {
        if (closed) return resolve(true);
        const done = (woken: boolean) => {
          clearTimeout(timer);
          waiting.delete(done);
          resolve(woken);
        };
        const timer = setTimeout(() => done(false), atMostMs);
        waiting.add(done);
        return undefined;
      }),
  };
}
