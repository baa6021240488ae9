import { mkdtemp, open, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';
import { type Database, openDatabase } from '../../src/db/database.ts';
import { insertIdentity } from '../../src/db/identity.repository.ts';
import { migrate } from '../../src/db/migrate.ts';
import { addWorkspace } from '../../src/db/org.repository.ts';
import { createSampleOrg } from '../../src/services/sample/sample.service.ts';
import { inOrg } from '../../src/services/transaction.ts';
import { startProgram } from '../drill/program.ts';
import { slackEmulator } from '../support/emulators/slack.ts';
import { wecomEmulator } from '../support/emulators/wecom.ts';
import {
  acknowledged,
  app,
  bot,
  CORP,
  KEYS,
  poll,
  SLACK,
  type Speaker,
  type Surface,
  slackCommand,
  verification,
} from './callers.ts';
import { makeDatabase, percentile, timed } from './figures.ts';

const PER_SECOND = 200;
const SECONDS = 10;
const WARM_SECONDS = 2;

/** The sample org with its members bound on both platforms under ids of their own. */
async function arrange({ db }: Database): Promise<readonly Speaker[]> {
  const orgId = await createSampleOrg(db, new Date());
  await addWorkspace(db, 'slack', SLACK.team, orgId);
  await addWorkspace(db, 'wecom', CORP, orgId);
  return inOrg(db, orgId, async (tx) => {
    const people = await tx.sql
      .selectFrom('people')
      .innerJoin('projects', 'projects.unit_id', 'people.unit_id')
      .select((get) => ['people.id', get.fn.max('projects.id').as('project')])
      .where('people.role', '=', 'member')
      .groupBy('people.id')
      .execute();
    for (const { id } of people) {
      const identity = { personId: id, state: 'approved' as const, askedAt: new Date(), approvedBy: null };
      await insertIdentity(tx, { ...identity, platform: 'slack', workspace: SLACK.team, externalId: `U0${id}` });
      await insertIdentity(tx, { ...identity, platform: 'wecom', workspace: CORP, externalId: `u0${id}` });
    }
    return people.map(({ id, project }) => ({ id: `0${id}`, project }));
  });
}

/** Requests that leave at a steady rate, whether the earlier ones are acknowledged or not. */
async function atRate(send: (number: number) => Promise<number>, seconds: number): Promise<number[]> {
  const latencies: number[] = [];
  const start = performance.now();
  await Promise.all(
    Array.from({ length: PER_SECOND * seconds }, async (_, number) => {
      const wait = start + (number * 1000) / PER_SECOND - performance.now();
      await new Promise((resolve) => setTimeout(resolve, wait));
      latencies.push(await send(number));
    }),
  );
  return latencies;
}

const SURFACES: readonly (readonly [name: string, letter: string, surface: Surface])[] = [
  ['Slack /zs over HTTP', 'U', slackCommand],
  ['/wecom/bot', 'u', bot],
  ['/wecom/app', 'u', app],
];

test('from request to acknowledgement at 200 commands/s, the program in a process of its own', async () => {
  const url = await makeDatabase('acknowledge');
  const { role } = await migrate(url);
  const database = openDatabase({ url, ...(role ? { role } : {}) });
  const speakers = await arrange(database);
  await database.close();
  const [slack, wecom] = [await slackEmulator(SLACK.token), await wecomEmulator()];
  const program = await startProgram({
    DATABASE_URL: url,
    SECRET_KEY: 'a secret key of the bench, long enough',
    SLACK_SIGNING_SECRET: SLACK.secret,
    SLACK_BOT_TOKEN: SLACK.token,
    SLACK_API_URL: slack.apiUrl,
    WECOM_CORP_ID: CORP,
    WECOM_API_URL: wecom.url,
    WECOM_BOT_TOKEN: KEYS.token,
    WECOM_BOT_AES_KEY: KEYS.aesKey,
    WECOM_AGENT_ID: '1',
    WECOM_APP_SECRET: 'secret',
    WECOM_APP_TOKEN: KEYS.token,
    WECOM_APP_AES_KEY: KEYS.aesKey,
  });
  const port = Number(new URL(program.url).port);
  const table: Record<string, object> = {};
  let number = 0;
  for (const [name, letter, surface] of SURFACES) {
    const send = (): Promise<number> => {
      number += 1;
      const speaker = speakers[number % speakers.length];
      if (!speaker) throw new Error('nobody speaks');
      const said = `进展 X${speaker.project} 量测第${number}号：与企业负责人视频会谈`;
      const [who, at] = [{ ...speaker, id: letter + speaker.id }, number];
      // A second later WeCom comes for the answer, as it does.
      if (surface === bot) setTimeout(() => void acknowledged(port, poll(who, '', at)).catch(() => undefined), 1000);
      return acknowledged(port, surface(who, said, at));
    };
    await worked(url);
    await atRate(send, WARM_SECONDS);
    const written = disk();
    table[name] = figures(await atRate(send, SECONDS));
    table[`  the disk alone meanwhile, ${name}`] = figures(await written);
    const during = await atRate((at) => (at % 20 === 0 ? verified(port) : send().then(() => Number.NaN)), 3);
    table[`  verification meanwhile, ${name}`] = figures(during.filter((ms) => !Number.isNaN(ms)));
  }
  console.table(table);
  await program.stop();
  await Promise.all([slack.close(), wecom.close()]);
});

/** Waits until the work behind the earlier acknowledgements is done. */
async function worked(url: string): Promise<void> {
  const { pool, close } = openDatabase({ url, maxConnections: 1 });
  for (;;) {
    const { rows } = await pool.query(`select 1 from inbox where state = 'received' limit 1`);
    if (rows.length === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await close();
}

/** Writes of 8 kB that reach the disk, ten a second: what each acknowledgement waits for at least. */
async function disk(): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaozhao-disk-'));
  const file = await open(join(folder, 'file'), 'w');
  const latencies: number[] = [];
  for (let written = 0; written < SECONDS * 10; written += 1) {
    await file.write(Buffer.alloc(8192));
    latencies.push((await timed(() => file.datasync())).ms);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await file.close();
  await rm(folder, { recursive: true });
  return latencies;
}

const verified = (port: number): Promise<number> => acknowledged(port, verification({ id: '', project: 0 }, '', 0));

const figures = (latencies: readonly number[]) => ({
  requests: latencies.length,
  'p50 ms': round(percentile(latencies, 0.5)),
  'p99 ms': round(percentile(latencies, 0.99)),
  'max ms': round(Math.max(...latencies)),
  load: round(loadavg()[0] ?? 0),
});

const round = (value: number): number => Math.round(value * 10) / 10;
