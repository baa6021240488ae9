import type { Lease, Log } from '../platform.ts';
import { type Connection, SubscriptionError } from './connection.ts';
import { type Hold, hold } from './hold.ts';
import { KEEP } from './limits.ts';

/** Times of keeping the one connection, in milliseconds; shorter in tests. */
export type KeepTimes = { readonly [Name in keyof typeof KEEP]: number };

/** How one try to be connected came out, and whether the connection had lived for a while. */
interface Outcome {
  readonly kind: 'lost' | 'kicked' | 'refused';
  readonly lived: boolean;
}

/**
 * Keeps the bot's one connection in one process of many. The right to connect is a lease in the database, for a second
 * connection would kick the first. A broken wire is opened again for ever, with growing, scattered pauses; after a refused
 * subscription the pauses are long (keys do not mend themselves). Kicked though the lease is ours, a program outside uses
 * the same bot: we say so and stay away for a long while instead of fighting.
 */
export class Keeper {
  private held: Hold | null = null;
  private current: Connection | null = null;
  private readonly lease: Lease;
  private readonly open: () => Promise<Connection>;
  private readonly log: Log;
  private readonly times: KeepTimes;

  constructor(lease: Lease, open: () => Promise<Connection>, log: Log, times: KeepTimes = KEEP) {
    this.lease = lease;
    this.open = open;
    this.log = log;
    this.times = times;
  }

  /** This process has the right to the connection, which may be down at the moment. */
  holds(): boolean {
    return this.held?.holds() ?? false;
  }

  /** The connection, while it is up and ours. */
  connection(): Connection | null {
    return this.current;
  }

  start(): void {
    this.held ??= hold(this.lease, this.times, this.log, (signal) => void this.connect(signal));
  }

  /** Closes the connection and gives the right back. */
  async stop(): Promise<void> {
    await this.held?.stop();
  }

  private async connect(signal: AbortSignal): Promise<void> {
    let failures = 0;
    let kicks = 0;
    while (!signal.aborted) {
      const { kind, lived } = await this.once(signal);
      failures = kind === 'kicked' || lived ? 1 : failures + 1;
      kicks = kind === 'kicked' ? (lived ? 1 : kicks + 1) : kicks;
      await pause(pauseAfter(kind, kind === 'kicked' ? kicks : failures, this.times), signal);
    }
  }

  /** From one subscription to the end of its connection. */
  private async once(signal: AbortSignal): Promise<Outcome> {
    const began = performance.now();
    try {
      const end = await this.live(await this.open(), signal);
      const lived = performance.now() - began > this.times.livedMs;
      if (end === 'kicked') {
        this.log.error({}, 'wecom: another program connected with the same bot; staying away for a while');
        this.note('kicked', signal);
        return { kind: 'kicked', lived };
      }
      this.note('unreachable', signal);
      if (!signal.aborted) this.log.warn({}, 'wecom: connection lost, connecting again');
      return { kind: 'lost', lived };
    } catch (error) {
      const refused = error instanceof SubscriptionError;
      this.note(refused ? `refused ${error.code}` : 'unreachable', signal);
      this.log.error({ said: (error as Error).message.slice(0, 200) }, 'wecom: no connection');
      return { kind: refused ? 'refused' : 'lost', lived: false };
    }
  }

  private async live(connection: Connection, signal: AbortSignal) {
    const close = (): void => connection.close();
    signal.addEventListener('abort', close);
    if (signal.aborted) close();
    else {
      this.current = connection;
      this.log.info({}, 'wecom: connected');
      this.note('connected', signal);
    }
    try {
      return await connection.ended;
    } finally {
      signal.removeEventListener('abort', close);
      if (this.current === connection) this.current = null;
    }
  }

  private note(state: string, signal: AbortSignal): void {
    if (!signal.aborted) void this.lease.note(state).catch(() => undefined);
  }
}

/** How long to wait after the n-th failure of a kind, scattered so that many do not come at once. */
function pauseAfter(kind: Outcome['kind'], nth: number, times: KeepTimes): number {
  const scattered = 0.5 + Math.random() / 2;
  if (kind === 'refused') return scattered * times.refusedMs;
  if (kind === 'kicked') return scattered * times.kickedMs * Math.min(16, 2 ** (nth - 1));
  return scattered * Math.min(times.retryMs * 2 ** (nth - 1), times.retryMostMs);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
