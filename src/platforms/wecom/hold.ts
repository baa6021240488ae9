import type { Lease, Log } from '../platform.ts';

/** How long a lease is good, and how often it is renewed, in milliseconds. */
export interface HoldTimes {
  readonly leaseMs: number;
  readonly renewMs: number;
}

/** A candidate for a lease that works while it has it. */
export interface Hold {
  holds(): boolean;
  /** Ends the work and gives the lease back. */
  stop(): Promise<void>;
}

/**
 * Tries for a lease for ever and runs `work` while it is ours; the signal tells it to end. We believe in the lease for
 * less time than others do: when it cannot be renewed (database gone, process frozen), the work has ended before anybody
 * else may begin.
 */
export function hold(
  lease: Lease,
  { leaseMs, renewMs }: HoldTimes,
  log: Log,
  work: (signal: AbortSignal) => void,
): Hold {
  let held: AbortController | null = null;
  let stopped = false;
  let renewal: NodeJS.Timeout | undefined;
  let expiry: NodeJS.Timeout | undefined;
  const lose = (): void => {
    clearTimeout(expiry);
    held?.abort();
    held = null;
  };
  const keep = (asked: number): void => {
    clearTimeout(expiry);
    expiry = setTimeout(lose, Math.max(0, leaseMs * 0.8 - (performance.now() - asked)));
    if (held) return;
    held = new AbortController();
    work(held.signal);
  };
  const renew = async (): Promise<void> => {
    const asked = performance.now();
    const ours = await lease.take(leaseMs / 1000).catch(() => null);
    if (stopped) return;
    if (ours) keep(asked);
    else if (ours === false && held) {
      log.warn({}, 'the lease went to another process');
      lose();
    }
    renewal = setTimeout(() => void renew(), renewMs);
  };
  void renew();
  return {
    holds: () => held !== null,
    stop: async () => {
      stopped = true;
      clearTimeout(renewal);
      lose();
      await lease.release().catch(() => undefined);
    },
  };
}
