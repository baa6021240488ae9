/** Tells open pages of this process at once that there is something new; other processes are found by looking. */
export interface Waker {
  wake(): void;
  /** Resolves at the next wake, at the latest after so many milliseconds. */
  next(atMostMs: number): Promise<void>;
  /** Open pages are let go: the program stops. */
  close(): void;
  readonly closed: boolean;
}

/** Makes a waker. */
export function wakerOf(): Waker {
  const waiting = new Set<() => void>();
  let closed = false;
  const wake = () => {
    for (const resolve of [...waiting]) resolve();
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
        const done = () => {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        };
        const timer = setTimeout(done, atMostMs);
        waiting.add(done);
      }),
  };
}
