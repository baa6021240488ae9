import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import { test } from 'vitest';
import { sealerOf } from '../../src/commands/buttons.ts';
import { dispatcherOf } from '../../src/commands/dispatch.ts';
import { loadCommands } from '../../src/commands/load.ts';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { migrate } from '../../src/db/migrate.ts';
import { memoryPlatform } from '../../src/platforms/memory/index.ts';
import type { PageHost } from '../../src/platforms/platform.ts';
import { createSampleOrg } from '../../src/services/sample/sample.service.ts';
import { inOrg } from '../../src/services/transaction.ts';
import { inParallel, makeDatabase, percentile, timed } from './figures.ts';

/** One statement as it went to PostgreSQL. */
interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** What one message sent: a list of statements a connection, from its taking to its giving back. */
type Trace = Statement[][];

const WIDTH = 8;
const WARM = 40;
const ROUNDS = 300;
const PER_SECOND = 100;
const SECONDS = 20;
const NOW = new Date('2026-06-10T10:00:00+08:00');
const PLACE = { platform: 'memory', workspace: 'bench' };

const current = new AsyncLocalStorage<Trace>();

/** Writes down the statements of the message that is being worked on, connection by connection. */
function listen(pool: pg.Pool): { inDatabase: () => number } {
  let inDatabase = 0;
  const open = new WeakMap<object, Statement[]>();
  const heard = new WeakSet<object>();
  pool.on('acquire', (client) => {
    open.delete(client);
    if (heard.has(client)) return;
    heard.add(client);
    const send = client.query.bind(client) as (...args: unknown[]) => unknown;
    const note = (text: string, values: unknown[] = []): void => {
      const trace = current.getStore();
      if (!trace) return;
      const statements = open.get(client) ?? [];
      if (statements.length === 0) trace.push(statements);
      open.set(client, statements);
      statements.push({ text, values });
    };
    Object.assign(client, {
      query: (...args: unknown[]) => {
        const [first, second] = args;
        if (typeof first === 'string') note(first, second as unknown[] | undefined);
        const start = performance.now();
        const answer = send(...args);
        if (answer instanceof Promise)
          void answer.finally(() => (inDatabase += performance.now() - start)).catch(() => 0);
        return answer;
      },
    });
  });
  return { inDatabase: () => inDatabase };
}

interface Bench {
  readonly says: ReturnType<typeof memoryPlatform>['says'];
  /** Members and liaisons by external id, each with a signed project of the own unit. */
  readonly speakers: readonly { readonly id: string; readonly signed: number }[];
  readonly database: Database;
}

async function openBench(url: string, role: string | undefined, orgId: number): Promise<Bench> {
  const database = openDatabase({ url, ...(role ? { role } : {}) });
  const { db } = database;
  const dispatcher = dispatcherOf({
    db,
    book: await loadCommands(),
    sealer: sealerOf('a secret of the bench'),
    clock: () => NOW,
    log: { error: (fields) => console.error(fields), warn: () => undefined },
  });
  const people = await inOrg(db, orgId, ({ sql }) =>
    sql
      .selectFrom('identities')
      .innerJoin('people', 'people.id', 'identities.person_id')
      .innerJoin('projects', 'projects.unit_id', 'people.unit_id')
      .select((get) => ['identities.external_id as id', get.fn.max('projects.id').as('signed')])
      .where('people.role', 'in', ['member', 'liaison'])
      .where('projects.stage', 'in', ['签约', '落地', '开工', '投产'])
      .groupBy('identities.external_id')
      .execute(),
  );
  const { says } = memoryPlatform({ dispatch: (incoming) => dispatcher.dispatch(incoming) } as PageHost);
  return { says, speakers: people, database };
}

/** Six messages of one person: a lead in one sentence, its 确认, its progress, money, the list of one's work, a look. */
async function round(bench: Bench, worker: number, number: number, spent: (ms: number) => void): Promise<void> {
  const speaker = bench.speakers[worker % bench.speakers.length];
  if (!speaker) throw new Error('nobody speaks');
  let message = 0;
  const say = async (words: { text?: string; press?: string }) => {
    message += 1;
    const start = performance.now();
    const { replies } = await bench.says({
      ...words,
      person: speaker.id,
      chat: speaker.id,
      kind: 'direct',
      key: `${number}.${message}`,
      workspace: PLACE.workspace,
    });
    spent(performance.now() - start);
    const [reply] = replies;
    if (!reply || reply.tone === 'refused') throw new Error(`refused: ${JSON.stringify(reply)}`);
    return reply;
  };
  const shown = await say({ text: leadOf(number) });
  const button = shown.buttons?.find(({ label }) => /确认|新项目|仍/.test(label));
  if (!button) throw new Error(`no button: ${JSON.stringify(shown)}`);
  const made = await say({ press: button.token });
  const record = made.record ?? '';
  await say({ text: `进展 ${record} 今天与企业负责人视频会谈，初步同意来考察` });
  await say({ text: `到位 X${speaker.signed} ${1000 + number}万元 昨天` });
  await say({ text: '我的' });
  await say({ text: `查 ${record}` });
}

const SYLLABLES = [...'安邦昌达恩丰高恒佳凯朗铭诺鹏启荣盛泰维新扬正博晨德飞广宏嘉景康隆迈宁普千瑞顺腾万祥亚永泽'];

function leadOf(number: number): string {
  const at = (shift: number) =>
    SYLLABLES[(number * (shift + 7) + Math.floor(number / SYLLABLES.length ** shift)) % SYLLABLES.length];
  return `录入 宁波${at(0)}${at(1)}${at(2)}${number}精密制造有限公司 计划投资${(number % 90) + 10}亿元建设${at(2)}${at(1)}轴承项目，占地${(number % 300) + 20}亩，联系人陈${at(1)} 1390000${String(number % 10_000).padStart(4, '0')}`;
}

/** The same statements, straight through pg: as many connections, as many at a time. */
async function floor(url: string, role: string | undefined, traces: readonly Trace[]): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: 10, ...(role ? { options: `-c role=${role}` } : {}) });
  const start = performance.now();
  await inParallel(traces, WIDTH, async (trace) => {
    for (const statements of trace) {
      const client = await pool.connect();
      for (const { text, values } of statements) await client.query(text, values);
      client.release();
    }
  });
  const ms = performance.now() - start;
  await pool.end();
  return ms;
}

/** Rounds that begin at a steady rate, whether the earlier ones are done or not; latencies count from the due time. */
async function atRate(bench: Bench, first: number): Promise<number[]> {
  const latencies: number[] = [];
  const rounds = (PER_SECOND * SECONDS) / 6;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: rounds }, async (_, number) => {
      const wait = start + (number * 6000) / PER_SECOND - performance.now();
      await new Promise((resolve) => setTimeout(resolve, wait));
      await round(bench, number, first + number, (ms) => latencies.push(ms));
    }),
  );
  return latencies;
}

test('commands through the whole line, beside the same statements straight through pg', async () => {
  const url = await makeDatabase('line');
  const { role } = await migrate(url);
  const maker = openDatabase({ url, ...(role ? { role } : {}) });
  const orgId = await createSampleOrg(maker.db, NOW, PLACE);
  await maker.close();
  const warm = await openBench(url, role, orgId);
  for (let number = 0; number < WARM; number += 1) await round(warm, number, number, () => undefined);
  await warm.database.close();
  const copy = await makeDatabase('line_floor', 'line');

  const bench = await openBench(url, role, orgId);
  const watch = listen(bench.database.pool);
  const traces: Trace[] = [];
  const latencies: number[] = [];
  const numbers = Array.from({ length: ROUNDS }, (_, number) => number + WARM);
  const cpu = process.cpuUsage();
  const line = await timed(() =>
    inParallel(numbers, WIDTH, async (number, worker) => {
      const trace: Trace = [];
      traces.push(trace);
      await current.run(trace, () => round(bench, worker, number, (ms) => latencies.push(ms)));
    }),
  );
  const { user, system } = process.cpuUsage(cpu);
  const inDatabase = watch.inDatabase();
  const floorMs = await floor(copy, role, traces);
  const steady = await atRate(bench, WARM + ROUNDS);
  await bench.database.close();

  const commands = latencies.length;
  const per = (sum: number, digits = 2) => (sum / commands).toFixed(digits);
  console.table({
    line: {
      'commands/s': perSecond(commands, line.ms),
      'p50 ms': percentile(latencies, 0.5),
      'p99 ms': percentile(latencies, 0.99),
    },
    floor: { 'commands/s': perSecond(commands, floorMs) },
    [`line at ${PER_SECOND}/s`]: { 'p50 ms': percentile(steady, 0.5), 'p99 ms': percentile(steady, 0.99) },
  });
  console.log(
    `line / floor ${(floorMs / line.ms).toFixed(2)} · a command: ${per(traces.flat(2).length, 1)} statements on ${per(traces.flat().length, 1)} connections, ` +
      `own CPU ${per((user + system) / 1000)} ms, waiting for the database ${per(inDatabase)} ms`,
  );
});

const perSecond = (count: number, ms: number): number => Math.round((count / ms) * 1000);
