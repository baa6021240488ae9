import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { redisClients } from './redis.ts';

/** So many calls in so many seconds (whole ones). */
export interface Rate {
  readonly calls: number;
  readonly seconds: number;
}

/** A pacer that is closed with the process. */
export interface OpenPacer {
  readonly take: Pacer;
  close(): Promise<void>;
}

/** Opens the pacer in Redis when there is one, else in PostgreSQL by the given pool. */
export async function openPacer(pool: unknown, redisUrl: string | undefined): Promise<OpenPacer> {
  if (!redisUrl) return { take: pacerOf({ client: pool, kind: 'postgres' }), close: async () => {} };
  const client = (await redisClients(redisUrl))();
  client.on('error', () => undefined);
  return {
    take: pacerOf({ client, kind: 'redis' }),
    close: async () => void (await client.quit().catch(() => undefined)),
  };
}

/** Where buckets are kept: with all replicas in Redis or PostgreSQL; in this process alone while neither answers. */
export interface PacerStore {
  /** An ioredis client, or a pg pool. */
  readonly client: unknown;
  readonly kind: 'redis' | 'postgres';
}

/** Takes one call from every rate of a bucket; gives how long to wait, in milliseconds, 0 when it may go now. */
export type Pacer = (bucket: string, rates: readonly Rate[]) => Promise<number>;

const TABLE = 'send_rates';

/**
 * Counts calls per bucket across replicas. A window starts with its first call, so two windows side by side can hold twice
 * their number: rates that must hold in any stretch of time are given as several short windows (4 in 15 s for 20 a minute).
 * A call that is refused by one rate does not use up the others.
 */
export function pacerOf(store: PacerStore): Pacer {
  const limiters = new Map<string, RateLimiterAbstract>();
  const limiterOf = (rate: Rate): RateLimiterAbstract => {
    const name = `${rate.calls}/${rate.seconds}`;
    const known = limiters.get(name);
    if (known) return known;
    const made = limiter(store, rate, name);
    limiters.set(name, made);
    return made;
  };
  return async (bucket, rates) => {
    const taken: RateLimiterAbstract[] = [];
    for (const rate of rates) {
      const one = limiterOf(rate);
      const wait = await take(one, bucket);
      if (wait === 0) taken.push(one);
      else {
        await Promise.all(taken.map((earlier) => earlier.reward(bucket, 1)));
        return wait;
      }
    }
    return 0;
  };
}

async function take(limiter: RateLimiterAbstract, bucket: string): Promise<number> {
  try {
    await limiter.consume(bucket, 1);
    return 0;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return Math.max(1, refused.msBeforeNext);
  }
}

function limiter({ client, kind }: PacerStore, { calls, seconds }: Rate, name: string): RateLimiterAbstract {
  const own = { points: calls, duration: seconds, keyPrefix: `pace ${name}` };
  const shared = { ...own, storeClient: client, insuranceLimiter: new RateLimiterMemory(own) };
  return kind === 'redis'
    ? new RateLimiterRedis(shared)
    : new RateLimiterPostgres({ ...shared, tableName: TABLE, tableCreated: true, clearExpiredByTimeout: false });
}
