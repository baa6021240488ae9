import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { findProgram } from './program.ts';

/** redis-server on the PATH (or REDIS_SERVER), else REDIS_URL; null where there is none. With REQUIRE_ALL=1 that is a failure. */
export const findRedis = (): string | null =>
  process.env.REDIS_URL ??
  findProgram({
    names: ['redis-server'],
    variable: 'REDIS_SERVER',
    hint: '没有 redis-server，Redis 队列的测试跳过：安装它，或用 REDIS_SERVER 指明它的路径',
  });

/** A Redis of the test's own, in memory only; one that is others' too (REDIS_URL) is left as it is. */
export interface RedisServer {
  readonly url: string;
  /** How many connections there are, the asking one left out. */
  connections(): Promise<number>;
  /** Forgets everything, as a Redis without a disk does at a restart. */
  flush(): Promise<void>;
  /** Goes without a word. */
  kill(): Promise<void>;
  /** Is there again, empty, at the same address. */
  again(): Promise<void>;
}

/** Starts a Redis on a free port of this machine; or takes the one whose URL is given. */
export async function startRedis(program: string): Promise<RedisServer> {
  const nothing = async () => undefined;
  if (!program.startsWith('/'))
    return { url: program, connections: async () => 0, flush: nothing, kill: nothing, again: nothing };
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess | undefined;
  const ask = async <Answer>(work: (client: Redis) => Promise<Answer>): Promise<Answer> => {
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => undefined);
    await client.connect();
    return work(client).finally(() => client.disconnect());
  };
  const again = async (): Promise<void> => {
    const options = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', tmpdir()];
    server = spawn(program, options, { stdio: 'ignore' });
    for (let tries = 0; tries < 200; tries += 1) {
      if (await ask((client) => client.ping()).catch(() => null)) return;
      await wait(20);
    }
    throw new Error('redis-server does not answer');
  };
  await again();
  return {
    url,
    again,
    connections: () =>
      ask(
        async (client) =>
          String(await client.client('LIST'))
            .trim()
            .split('\n').length - 1,
      ),
    flush: () => ask(async (client) => void (await client.flushall())),
    kill: async () => {
      if (server?.exitCode !== null) return;
      const gone = once(server, 'exit');
      server.kill('SIGKILL');
      await gone;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
