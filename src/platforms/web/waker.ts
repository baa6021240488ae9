/** Tells open pages of this process at once that there is something new; other processes are found by looking. */
export interface Waker {
  wake(): void;
  /** Resolves at the next wake with true, at the latest after so many milliseconds with false. */
  next(atMostMs: number): Promise<boolean>;
  /** Open pages are let go: the program stops. */
  close(): void;
  readonly closed: boolean;
}

/** Makes a waker. */
export function wakerOf(): Waker {
  const waiting = new Set<(woken: boolean) => void>();
  let closed = false;
  const wake = () => {
    for (const resolve of [...waiting]) resolve(true);
  };
  return {
    wake,
    close: () => {
      closed = true;
      wake();
    },
    get closed() {
      return closed;
    },
    next: (atMostMs) =>
      new Promise((resolve) => {
        const done = (woken: boolean) => {
          clearTimeout(timer);
          waiting.delete(done);
          resolve(woken);
        };
        const timer = setTimeout(() => done(false), atMostMs);
        waiting.add(done);
      }),
  };
}
