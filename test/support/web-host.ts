import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sealerOf } from '../../src/commands/buttons.ts';
import { dispatcherOf } from '../../src/commands/dispatch.ts';
import { type CommandBook, loadCommands } from '../../src/commands/load.ts';
import { insertRecord } from '../../src/db/change.ts';
import { openDatabase } from '../../src/db/database.ts';
import { handoverOf } from '../../src/db/handover.repository.ts';
import { keptOf } from '../../src/db/kept.repository.ts';
import { leaseOf } from '../../src/db/lease.repository.ts';
import { insertChat, insertOrg } from '../../src/db/org.repository.ts';
import { inOrg, type OrgTx } from '../../src/db/org-transaction.ts';
import type { Role } from '../../src/domain/org/access.ts';
import type { PageHost, Platform } from '../../src/platforms/platform.ts';
import web from '../../src/platforms/web/index.ts';
import { deliver } from '../../src/queue/deliver.ts';
import { readFile } from '../../src/services/file.service.ts';
import { clone } from './database.ts';

/** The built-in chat over real HTTP, with the real line and a database of its own. */
export interface WebHost {
  readonly url: string;
  readonly host: PageHost;
  readonly platform: Platform;
  /** The sample org, its people by name and its groups by name. */
  readonly orgId: number;
  readonly people: Readonly<Record<string, number>>;
  readonly chats: Readonly<Record<string, number>>;
  /** An org that is not the sample org, with one person. */
  readonly otherOrgId: number;
  readonly otherPersonId: number;
  inOrg<Result>(work: (tx: OrgTx) => Promise<Result>, orgId?: number): Promise<Result>;
  /** POSTs JSON; gives status and body. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<{ status: number; body: never }>;
  /** Delivers what the outbox holds, as the worker does; gives how many. */
  deliver(): Promise<number>;
  /** Sets the clock; without an instant it runs. */
  at(now: Date | null): void;
  close(): Promise<void>;
}

const UNITS = ['投促中心', '城关镇', '清河镇', '经开区管委会', '工信局'] as const;
const PEOPLE: readonly (readonly [name: string, unit: string | null, role: Role, title: string])[] = [
  ['陈晓岚', '投促中心', 'staff', '招商科科长'],
  ['张三', '城关镇', 'member', '招商专员'],
  ['李四', '城关镇', 'liaison', '联络员'],
  ['王五', '清河镇', 'head', '镇长'],
  ['孙八', null, 'leader', '副县长'],
  ['周九', '投促中心', 'admin', '主任'],
];

/** Starts one. `book`: other commands than those of `handlers/`. */
export async function webHost(
  options: { book?: CommandBook; environment?: Record<string, string> } = {},
): Promise<WebHost> {
  const database = openDatabase({ url: await clone(), role: 'xiaozhao_app', maxConnections: 6 });
  const { db } = database;
  const orgId = await insertOrg(db, { name: '云岭县', sample: true, settings: { mainChat: '云岭县招商工作群' } });
  const otherOrgId = await insertOrg(db, { name: '临水区' });
  const filled = await inOrg(db, orgId, fill);
  const otherPersonId = await inOrg(db, otherOrgId, async (tx) => (await addPerson(tx, '外人', null, 'staff', '')).id);
  const book = options.book ?? (await loadCommands());
  let now: Date | null = null;
  const clock = () => now ?? new Date();
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: (fields: object) => console.error(fields) };
  const sealer = sealerOf('a secret of the tests');
  const dispatcher = dispatcherOf({ db, book, sealer, clock, log });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const host: PageHost = {
    dispatch: (incoming) => dispatcher.dispatch(incoming),
    accept: (incoming, done) => dispatcher.accept(incoming, done),
    choices: (looking) => dispatcher.choices(looking),
    readFile: async (org, file) => (await inOrg(db, org, (tx) => readFile(tx, file.id)))?.bytes ?? new Uint8Array(),
    publicUrl: options.environment?.PUBLIC_URL ?? url,
    pace: async () => {},
    now: clock,
    lease: (name) => leaseOf(db, name),
    handover: (key) => handoverOf(db, key),
    kept: (name) => keptOf(db, name),
    log,
    db,
    book,
  };
  const platform = web(options.environment ?? {}, host);
  if (!platform?.handle) throw new Error('the built-in chat is off');
  const { handle } = platform;
  server.on('request', (request: IncomingMessage, response) => void handle.call(platform, request, response));
  return {
    ...{ url, host, platform, orgId, otherOrgId, otherPersonId, ...filled },
    inOrg: (work, org = orgId) => inOrg(db, org, work),
    post: async (path, body, headers = {}) => {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      };
      const response = await fetch(`${url}${path}`, init);
      return { status: response.status, body: (await response.json()) as never };
    },
    deliver: () => deliver({ db, carriers: [platform], owner: 'tests', log, seal: sealer.seal }),
    at: (instant) => {
      now = instant;
    },
    close: async () => {
      await platform.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}

async function fill(tx: OrgTx): Promise<Pick<WebHost, 'people' | 'chats'>> {
  const units = new Map<string, number>();
  for (const [order, name] of UNITS.entries()) {
    const row = await insertRecord(tx, 'units', { name, kind: '乡镇街道', ranking_group: '乡镇组', sort_order: order });
    units.set(name, row.id);
  }
  const people: Record<string, number> = {};
  for (const [name, unit, role, title] of PEOPLE) {
    people[name] = (await addPerson(tx, name, unit ? (units.get(unit) ?? null) : null, role, title)).id;
  }
  await tx.sql.insertInto('workspaces').values({ platform: 'web', workspace: 'web', org_id: tx.orgId }).execute();
  const chats: Record<string, number> = {};
  for (const [externalId, name, unit] of [
    ['main', '云岭县招商工作群', null],
    ['cheng', '城关镇招商专班', '城关镇'],
    ['qing', '清河镇招商专班', '清河镇'],
  ] as const) {
    const unitId = unit ? (units.get(unit) ?? null) : null;
    chats[name] = await insertChat(tx, { platform: 'web', workspace: 'web', externalId, kind: 'group', name, unitId });
  }
  return { people, chats };
}

const addPerson = (tx: OrgTx, name: string, unitId: number | null, role: Role, title: string) =>
  insertRecord(tx, 'people', { name, unit_id: unitId, role, title });
