/** Answers that are being waited for: after a while people see that the work is going on. */
export class Patience {
  private readonly waiting = new Map<string, { timer: NodeJS.Timeout; stream: string | null }>();
  private readonly afterMs: number;

  constructor(afterMs: number) {
    this.afterMs = afterMs;
  }

  /** Waits for the answer to a request; `say` opens a stream of that id when it takes long. */
  begin(reqId: string, say: (stream: string) => void): void {
    const entry: { timer: NodeJS.Timeout; stream: string | null } = {
      stream: null,
      timer: setTimeout(() => {
        entry.stream = `wait_${reqId}`.slice(0, 120);
        say(entry.stream);
      }, this.afterMs),
    };
    this.waiting.set(reqId, entry);
  }

  /** The answer is here, nothing needs to be said any more: the stream that was opened for it, or null. */
  end(reqId: string): string | null {
    const entry = this.waiting.get(reqId);
    clearTimeout(entry?.timer);
    return entry?.stream ?? null;
  }

  /** The answer was sent: its stream is closed. */
  forget(reqId: string): void {
    this.end(reqId);
    this.waiting.delete(reqId);
  }

  /** Forgets everything. */
  clear(): void {
    for (const reqId of [...this.waiting.keys()]) this.forget(reqId);
  }
}
