import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sealerOf } from '../../src/commands/buttons.ts';
import { dispatcherOf } from '../../src/commands/dispatch.ts';
import { loadCommands } from '../../src/commands/load.ts';
import type { LookUp } from '../../src/commands/look-up.ts';
import { insertRecord } from '../../src/db/change.ts';
import { handoverOf } from '../../src/db/handover.repository.ts';
import { keptOf } from '../../src/db/kept.repository.ts';
import { leaseOf } from '../../src/db/lease.repository.ts';
import { insertChat, insertOrg } from '../../src/db/org.repository.ts';
import { inOrg } from '../../src/db/org-transaction.ts';
import type { PageHost, Platform } from '../../src/platforms/platform.ts';
import { type Carrier, deliver } from '../../src/queue/deliver.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { readFile } from '../../src/services/file.service.ts';
import { notifyChat } from '../../src/services/notice.service.ts';
import type { Db } from '../../src/services/transaction.ts';
import { testDatabase } from './database.ts';

/** A platform under test on the real line: 张三 of 临洺关镇 is bound as `user`, and one signed project X1 is his unit's. */
export interface LineHost {
  readonly host: PageHost;
  readonly orgId: number;
  readonly db: Db;
  readonly url: string;
  /** Waits for the accepted work and sends what the outbox holds, by these other carriers too. */
  settle(others?: readonly Carrier[]): Promise<number>;
  /** Puts a message for the work group into the outbox. */
  put(reply: Reply, key: string, kind?: 'post' | 'notice' | 'escalation'): Promise<void>;
  entries(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Starts it, with nothing of other tests left to send: `make` builds the platform for the host. `own`: a database of its own, in which this is the sample
 * org.
 */
export async function lineHost(
  place: { platform: string; workspace: string; user: string; chat: string; own?: Db },
  make: (host: PageHost) => Platform | null,
): Promise<LineHost & { platform: Platform }> {
  const db = place.own ?? (await testDatabase()).db;
  const orgId = await insertOrg(db, { name: `县 ${place.workspace}`, sample: place.own !== undefined });
  await db
    .insertInto('workspaces')
    .values({ platform: place.platform, workspace: place.workspace, org_id: orgId })
    .execute();
  await db.updateTable('outbox').set({ state: 'failed' }).where('org_id', '!=', orgId).execute();
  await inOrg(db, orgId, async (tx) => {
    const unit = await insertRecord(tx, 'units', { name: '临洺关镇', kind: '乡镇街道' });
    const person = await insertRecord(tx, 'people', { name: '张三', role: 'member', unit_id: unit.id });
    await tx.sql
      .insertInto('identities')
      .values({
        org_id: orgId,
        platform: place.platform,
        workspace: place.workspace,
        external_id: place.user,
        person_id: person.id,
        state: 'approved',
      })
      .execute();
    await insertChat(tx, {
      platform: place.platform,
      workspace: place.workspace,
      externalId: place.chat,
      kind: 'group',
      name: '工作群',
      subscriptions: ['周报'],
    });
    const day = '2026-06-01' as never;
    await insertRecord(
      tx,
      'projects',
      {
        name: '冀南铸件项目',
        unit_id: unit.id,
        stage: '签约',
        stage_on: day,
        first_reported_at: new Date(),
        protected_from: new Date(),
        last_progress_on: day,
      },
      'X',
    );
  });
  const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const clock = () => new Date('2026-06-10T10:00:00+08:00');
  const book = await loadCommands();
  const sealer = sealerOf('a secret of the tests');
  const directories = new Map<string, LookUp>();
  const dispatcher = dispatcherOf({ db, book, sealer, clock, directories, log: quiet });
  const host: PageHost = {
    dispatch: (incoming) => dispatcher.dispatch(incoming),
    accept: (incoming, done) => dispatcher.accept(incoming, done),
    choices: (looking) => dispatcher.choices(looking),
    readFile: async (org, file) => (await inOrg(db, org, (tx) => readFile(tx, file.id)))?.bytes ?? new Uint8Array(),
    publicUrl: 'http://127.0.0.1',
    pace: async () => {},
    now: clock,
    lease: (name) => leaseOf(db, name),
    handover: (key) => handoverOf(db, key),
    kept: (name) => keptOf(db, name),
    log: quiet,
    db,
    book,
  };
  const platform = make(host);
  if (!platform) throw new Error('the platform is off');
  if (platform.lookUp) directories.set(platform.name, platform.lookUp);
  const server = createServer((request, response) => {
    void (async () => platform.handle?.(request, response))().catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    host,
    orgId,
    db,
    platform,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    settle: async (others = []) => {
      await dispatcher.settled();
      return deliver({ db, carriers: [platform, ...others], owner: `test-${orgId}`, seal: sealer.seal, log: quiet });
    },
    put: (reply, key, kind = 'post') =>
      inOrg(db, orgId, async (tx) => {
        const { id } = await tx.sql
          .selectFrom('chats')
          .select('id')
          .where('external_id', '=', place.chat)
          .executeTakeFirstOrThrow();
        await notifyChat(tx, id, { class: kind, dedupeKey: key, reply, now: new Date() });
      }),
    entries: () => inOrg(db, orgId, async (tx) => (await tx.sql.selectFrom('entries').select('id').execute()).length),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
