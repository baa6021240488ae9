import type { Queue as AnyQueue, Worker as AnyWorker } from 'bullmq';
import { redisClients } from './redis.ts';

/** Where the queue lives. */
export interface QueuePlace {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  /** Take jobs (a worker), or only give them (a web process). */
  readonly works: boolean;
}

interface Heard {
  on(event: 'error', heard: (error: Error) => void): unknown;
}

/** The queue; in a process that works, what takes its jobs; `leave` lets go of connections that close by themselves never. */
export interface OpenQueue {
  readonly queue: Pick<AnyQueue, 'add' | 'close' | 'upsertJobScheduler'> & Heard;
  readonly worker: (Pick<AnyWorker, 'close'> & Heard) | undefined;
  leave(): void;
}

const NAME = 'xiaozhao-wake';

/** Opens BullMQ on PostgreSQL, or on Redis when there is a REDIS_URL; `take` is given the name of each job. */
export async function openQueue(
  take: (name: string) => Promise<void>,
  { databaseUrl, redisUrl, works }: QueuePlace,
): Promise<OpenQueue> {
  const process = (job: { name: string }): Promise<void> => take(job.name);
  const timing = { lockDuration: 15_000, stalledInterval: 10_000, maxStalledCount: 3, concurrency: 2 };
  if (redisUrl) {
    const { Queue, Worker } = await import('bullmq');
    const connect = await redisClients(redisUrl);
    const connections = works ? [connect(), connect()] : [connect()];
    const [connection, second] = connections as [ReturnType<typeof connect>, ReturnType<typeof connect> | undefined];
    return {
      queue: new Queue(NAME, { connection }),
      worker: second ? new Worker(NAME, process, { connection: second, ...timing }) : undefined,
      leave: () => {
        for (const one of connections) one.disconnect();
      },
    };
  }
  const { createPostgresBackend, withBackend } = await import('bullmq');
  const { Queue, Worker } = withBackend(createPostgresBackend);
  // A job only wakes somebody: one that is lost with the machine is made again, so none waits for the disk.
  const options = '-c synchronous_commit=off';
  const connection = { connectionString: databaseUrl, max: 2, migrate: true, options };
  return {
    queue: new Queue(NAME, { connection }),
    worker: works ? new Worker(NAME, process, { connection, ...timing }) : undefined,
    leave: () => undefined,
  };
}
