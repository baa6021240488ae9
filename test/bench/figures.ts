import pg from 'pg';
import { inject } from 'vitest';

/** The value below which this share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Milliseconds that the work took, with what it gave. */
export async function timed<Result>(work: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

/** Milliseconds of the middle one of several runs, after one that warms up. */
export async function median(times: number, work: () => Promise<unknown>): Promise<number> {
  await work();
  const runs: number[] = [];
  for (let run = 0; run < times; run += 1) runs.push((await timed(work)).ms);
  return percentile(runs, 0.5);
}

/** Does the work for each item, so many at a time, in order. */
export async function inParallel<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item, worker: number) => Promise<void>,
): Promise<void> {
  const queue = items[Symbol.iterator]();
  const worker = async (number: number): Promise<void> => {
    for (const item of queue) await work(item, number);
  };
  await Promise.all(Array.from({ length: width }, (_, number) => worker(number)));
}

/** A new database of the bench's server, empty or a copy of another one that nobody is connected to. Gives its URL. */
export async function makeDatabase(name: string, from = 'template0'): Promise<string> {
  const url = inject('serverUrl');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name} template ${from}`);
  await client.query('checkpoint');
  await client.end();
  return url.replace(/postgres$/, name);
}
