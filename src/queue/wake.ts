import { setTimeout as after } from 'node:timers/promises';
import { openQueue, type QueuePlace } from './open-queue.ts';

/** What wakes us: a job each minute for the tick, and one at once when something was put into the outbox. */
export interface Wake {
  /** Something may be delivered now. Never throws: a poll finds what the queue forgot. */
  nudge(): void;
  /** Takes nothing more and waits for what runs, a few seconds at most where the queue does not answer. */
  stop(): Promise<void>;
}

/** What there is to do; both are harmless to repeat and to run at once in several processes. */
export interface Work {
  tick(): Promise<void>;
  deliver(): Promise<void>;
}

/** Where the queue lives and its times in milliseconds: a tick each minute, a look at the outbox every three seconds. */
export interface WakeOptions extends QueuePlace {
  readonly log: { warn(fields: object, message: string): void };
  readonly tickMs?: number;
  readonly pollMs?: number;
  /** How long start and stop wait for a queue that does not answer. */
  readonly patienceMs?: number;
}

const KEEP = { removeOnComplete: true, removeOnFail: true };

/**
 * Starts the queue: BullMQ on PostgreSQL, or on Redis when there is a REDIS_URL. The queue only wakes us; our own tables
 * decide what is due and what was sent, so a job lost or run twice changes nothing. A queue that is gone, or came back
 * empty, holds nothing up: a worker that was not woken for a minute ticks by itself and asks to be woken again.
 */
export async function startWake(
  work: Work,
  { log, tickMs = 60_000, pollMs = 3000, patienceMs = 4000, ...place }: WakeOptions,
): Promise<Wake> {
  const warn = (error: unknown) => log.warn({ err: error }, 'queue');
  let ticked = performance.now();
  const tick = (): Promise<void> => {
    ticked = performance.now();
    return work.tick();
  };
  const { queue, worker, leave } = await openQueue((name) => (name === 'tick' ? tick() : work.deliver()), place);
  queue.on('error', warn);
  worker?.on('error', warn);
  const schedule = () => queue.upsertJobScheduler('tick', { every: tickMs }, { name: 'tick', opts: KEEP }).catch(warn);
  const look = () => {
    void work.deliver().catch(warn);
    if (performance.now() - ticked < tickMs + pollMs) return;
    void tick().catch(warn);
    void schedule();
  };
  if (worker)
    await within(
      patienceMs,
      schedule().then(() => queue.add('tick', {}, KEEP).catch(warn)),
    );
  const poll = worker ? setInterval(look, pollMs) : undefined;
  const ask = () => queue.add('deliver', {}, { ...KEEP, deduplication: { id: 'deliver', ttl: 20 } }).catch(warn);
  return {
    nudge: oneInFlight(ask),
    stop: async () => {
      clearInterval(poll);
      const closed = (async () => {
        await worker?.close();
        await queue.close();
      })();
      await within(patienceMs, closed.catch(warn));
      leave();
    },
  };
}

/** Asks again after the one in flight, however often it is asked meanwhile: a queue that is gone piles nothing up. */
function oneInFlight(ask: () => Promise<unknown>): () => void {
  let flying = false;
  let again = false;
  return function fly() {
    again = flying;
    if (flying) return;
    flying = true;
    void ask().then(() => {
      flying = false;
      if (again) fly();
    });
  };
}

/** Waits for something, but no longer than this. */
const within = async (ms: number, something: Promise<unknown>): Promise<void> => {
  const enough = new AbortController();
  await Promise.race([something, after(ms, undefined, { signal: enough.signal }).catch(() => undefined)]);
  enough.abort();
};
