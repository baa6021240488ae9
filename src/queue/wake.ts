import type { Queue as AnyQueue, Worker as AnyWorker } from 'bullmq';

/** What wakes us: a job each minute for the tick, and one at once when something was put into the outbox. */
export interface Wake {
  /** Something may be delivered now. Never throws: a poll finds what the queue forgot. */
  nudge(): void;
  stop(): Promise<void>;
}

/** What there is to do; both are harmless to repeat and to run at once in several processes. */
export interface Work {
  tick(): Promise<void>;
  deliver(): Promise<void>;
}

/** Where the queue lives. */
export interface WakeOptions {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  /** Take jobs (a worker), or only give them (a web process). */
  readonly works: boolean;
  readonly log: { warn(fields: object, message: string): void };
}

const NAME = 'xiaozhao-wake';
const TICK_MS = 60_000;
const POLL_MS = 3000;
const KEEP = { removeOnComplete: true, removeOnFail: true };

/**
 * Starts the queue: BullMQ on PostgreSQL, or on Redis when there is a REDIS_URL. The queue only wakes us; our own tables
 * decide what is due and what was sent, so a job lost or run twice changes nothing.
 */
export async function startWake(work: Work, options: WakeOptions): Promise<Wake> {
  const { queue, worker } = await open(work, options);
  const warn = (error: unknown) => options.log.warn({ err: error }, 'queue');
  queue.on('error', warn);
  worker?.on('error', warn);
  if (worker) {
    await queue.upsertJobScheduler('tick', { every: TICK_MS }, { name: 'tick', opts: KEEP }).catch(warn);
    await queue.add('tick', {}, KEEP).catch(warn);
  }
  const poll = worker ? setInterval(() => void work.deliver().catch(warn), POLL_MS) : undefined;
  return {
    nudge: () => void queue.add('deliver', {}, { ...KEEP, deduplication: { id: 'deliver', ttl: 20 } }).catch(warn),
    stop: async () => {
      clearInterval(poll);
      await worker?.close();
      await queue.close();
    },
  };
}

interface Heard {
  on(event: 'error', heard: (error: Error) => void): unknown;
}

interface Open {
  readonly queue: Pick<AnyQueue, 'add' | 'close' | 'upsertJobScheduler'> & Heard;
  readonly worker: (Pick<AnyWorker, 'close'> & Heard) | undefined;
}

async function open(work: Work, { databaseUrl, redisUrl, works }: WakeOptions): Promise<Open> {
  const process = async (job: { name: string }): Promise<void> => (job.name === 'tick' ? work.tick() : work.deliver());
  const timing = { lockDuration: 15_000, stalledInterval: 10_000, maxStalledCount: 3, concurrency: 2 };
  if (redisUrl) {
    const { Queue, Worker } = await import('bullmq');
    const connect = await redis(redisUrl);
    return {
      queue: new Queue(NAME, { connection: connect() }),
      worker: works ? new Worker(NAME, process, { connection: connect(), ...timing }) : undefined,
    };
  }
  const { createPostgresBackend, withBackend } = await import('bullmq');
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = { connectionString: databaseUrl, max: 2, migrate: true };
  return {
    queue: new Queue(NAME, { connection }),
    worker: works ? new Worker(NAME, process, { connection, ...timing }) : undefined,
  };
}

/** Connections to one Redis, to a cluster ("host:port,host:port"), or by sentinels ("sentinel:name@host:port,host:port"). */
async function redis(url: string) {
  const { Redis, Cluster } = await import('ioredis');
  const options = { maxRetriesPerRequest: null, enableReadyCheck: false };
  const hosts = (list: string) =>
    list.split(',').map((one) => ({ host: one.split(':')[0] ?? '', port: Number(one.split(':')[1] ?? 6379) }));
  const sentinel = /^sentinel:([\w-]+)@(.+)$/.exec(url);
  return () => {
    if (sentinel) return new Redis({ ...options, name: sentinel[1] ?? '', sentinels: hosts(sentinel[2] ?? '') });
    if (/^rediss?:/.test(url)) return new Redis(url, options);
    return new Cluster(hosts(url), { redisOptions: options });
  };
}
