/** Whether a platform may be called now: freely, by one try, or not at all. */
export type Passage = 'open' | 'try' | 'shut';

/** So many failures in a row shut the way. */
const FAILURES = 3;
const FIRST_MS = 5000;
const LONGEST_MS = 60_000;

/**
 * Keeps us from calling a platform that does not answer: after three failures in a row it is left alone for 5 s, then tried
 * with one message; each failed try doubles the wait, up to a minute. Its messages stay pending meanwhile. One per platform
 * and process; nothing is shared, each process finds out for itself.
 */
export class Circuit {
  private failures = 0;
  private waitMs = FIRST_MS;
  private until = 0;
  private trying = false;
  private readonly clock: () => number;

  constructor(clock: () => number = Date.now) {
    this.clock = clock;
  }

  /** Whether nobody may pass now; changes nothing. */
  get isShut(): boolean {
    return this.failures >= FAILURES && (this.trying || this.clock() < this.until);
  }

  /** Asked before each message. "try" is given once; its outcome must be told. */
  passage(): Passage {
    if (this.failures < FAILURES) return 'open';
    if (this.isShut) return 'shut';
    this.trying = true;
    return 'try';
  }

  /** The platform answered, whatever it said. */
  answered(): void {
    this.failures = 0;
    this.waitMs = FIRST_MS;
    this.trying = false;
  }

  /** The platform could not be reached or did not answer. */
  failed(): void {
    this.failures += 1;
    if (this.failures < FAILURES) return;
    if (this.trying) this.waitMs = Math.min(LONGEST_MS, this.waitMs * 2);
    this.until = this.clock() + this.waitMs;
    this.trying = false;
  }

  /** There was nothing to send. */
  spared(): void {
    this.trying = false;
  }
}

/** A circuit for each platform, made when it is first asked for. */
export function circuitsOf(clock?: () => number): { get(platform: string): Circuit } {
  const circuits = new Map<string, Circuit>();
  return {
    get: (platform) => {
      const circuit = circuits.get(platform) ?? new Circuit(clock);
      circuits.set(platform, circuit);
      return circuit;
    },
  };
}
