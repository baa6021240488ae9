import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { App } from './app.ts';
import { sealerOf } from './commands/buttons.ts';
import { type Dispatcher, dispatcherOf } from './commands/dispatch.ts';
import { loadCommands } from './commands/load.ts';
import type { LookUp } from './commands/look-up.ts';
import type { Config, Environment } from './config/config.ts';
import { openDatabase } from './db/database.ts';
import { type EmbeddedServer, startEmbedded } from './db/embedded/server.ts';
import { handoverOf } from './db/handover.repository.ts';
import { keptOf } from './db/kept.repository.ts';
import { leaseOf } from './db/lease.repository.ts';
import { migrate } from './db/migrate.ts';
import { clockSkew } from './db/post.repository.ts';
import { addressOf, listen } from './listen.ts';
import { openLog } from './log.ts';
import { loadPlatforms } from './platforms/load.ts';
import { type Platform, pacing } from './platforms/platform.ts';
import { openaiProposer } from './proposer/openai.ts';
import { circuitsOf } from './queue/circuit.ts';
import { deliver } from './queue/deliver.ts';
import { loadJobs } from './queue/load.ts';
import { oneAtATime } from './queue/one-at-a-time.ts';
import { openPacer } from './queue/pacer.ts';
import { tick } from './queue/tick.ts';
import { startWake, type Wake } from './queue/wake.ts';
import { webhookCarrier } from './queue/webhook-carrier.ts';
import { readFile as readStored } from './services/file.service.ts';
import { claimUnfinished } from './services/intake.service.ts';
import { listOrgs } from './services/org.service.ts';
import { createSampleOrg } from './services/sample/sample.service.ts';
import { inOrg } from './services/transaction.ts';

/** How an app is opened: `clock` for drills; `nudge` is told of new outbox rows. */
export interface OpenOptions {
  readonly clock?: () => Date;
  readonly nudge?: () => void;
}

/** Opens the database (embedded unless DATABASE_URL is set), migrates it, loads commands and jobs. */
export async function openApp(config: Config, { clock = () => new Date(), nudge }: OpenOptions = {}): Promise<App> {
  const log = openLog(config.logLevel, { pretty: config.logPretty });
  const server = config.databaseUrl ? null : await startEmbedded(config.dataDir);
  try {
    const databaseUrl = config.databaseUrl ?? (server as EmbeddedServer).url;
    const { role } = await migrate(databaseUrl);
    const onError = (error: Error) => log.warn({ err: error }, 'database connection lost');
    const connection = { url: databaseUrl, onError, ...(role ? { role } : {}) };
    const database = openDatabase(connection);
    const intake = openDatabase({ ...connection, maxConnections: INTAKE });
    const passing = openDatabase({ ...connection, maxConnections: PASSING, passing: true });
    const [book, jobs] = await Promise.all([loadCommands(), loadJobs()]);
    const sealer = sealerOf(config.secretKey ?? (await ownSecret(config.dataDir)));
    const { db } = database;
    const proposer = config.model && openaiProposer(config.model, { now: clock, log });
    const directories = new Map<string, LookUp>();
    const dispatcher = dispatcherOf({
      directories,
      db,
      intake: intake.db,
      book,
      sealer,
      clock,
      log,
      proposer,
      ...(nudge ? { nudge } : {}),
    });
    const owner = randomUUID();
    const circuits = circuitsOf();
    const webhooks = webhookCarrier(db, clock);
    const pacer = await openPacer(passing.pool, config.redisUrl);
    return {
      config,
      database,
      databaseUrl,
      book,
      jobs,
      dispatcher,
      directories,
      log,
      host: {
        dispatch: (incoming) => dispatcher.dispatch(incoming),
        accept: (incoming, done) => dispatcher.accept(incoming, done),
        choices: (looking) => dispatcher.choices(looking),
        readFile: async (orgId, file) => {
          const found = await inOrg(db, orgId, (tx) => readStored(tx, file.id));
          if (!found) throw new Error(`file ${file.id} is gone`);
          return found.bytes;
        },
        pace: pacing(pacer.take),
        publicUrl: config.publicUrl,
        now: clock,
        log,
        lease: (name) => leaseOf(db, name),
        handover: (key) => handoverOf(passing.db, key),
        kept: (name) => keptOf(db, name),
        db,
        book,
      },
      deliver: (carriers, stopping) =>
        deliver({
          db,
          carriers: [...carriers, webhooks],
          owner,
          log,
          circuits,
          seal: sealer.seal,
          ...(stopping ? { stopping } : {}),
        }),
      close: async () => {
        await dispatcher.settled();
        await pacer.close();
        await intake.close();
        await passing.close();
        await database.close();
        await server?.release();
      },
    };
  } catch (error) {
    await server?.release();
    throw error;
  }
}

/** Connections that only take deliveries: an acknowledgement never waits for the work of others. */
const INTAKE = 6;
/** Connections for what is worth nothing tomorrow: buckets, answers that WeCom comes for. */
const PASSING = 4;

/** The key that seals buttons, made once per data folder. */
async function ownSecret(folder: string): Promise<string> {
  const file = join(folder, 'secret-key');
  const made = randomBytes(32).toString('base64url');
  await writeFile(file, made, { mode: 0o600, flag: 'wx' }).catch(() => undefined);
  return readFile(file, 'utf8');
}

/** A started program. */
export interface Running {
  readonly url: string;
  readonly log: App['log'];
  stop(): Promise<void>;
}

/** Starts what the role says: web (pages, callbacks), worker (posts, delivery), or both. */
export async function start(config: Config, environment: Environment): Promise<Running> {
  let wake: Wake | undefined;
  let opened: Server | undefined;
  let stopping = false;
  let here: () => void = () => undefined;
  const nudge = () => {
    wake?.nudge();
    here();
  };
  const app = await openApp(config, { nudge });
  try {
    if ((await listOrgs(app.database.db)).length === 0) await createSampleOrg(app.database.db, app.host.now());
    const platforms = await loadPlatforms(environment, app.host);
    for (const { name, lookUp } of platforms) if (lookUp) app.directories.set(name, lookUp);
    const web = config.role !== 'worker';
    const works = config.role !== 'web';
    const server = await listen(app, platforms, web);
    opened = server;
    const one = oneAtATime(async () => {
      await sweep(app);
      await app.deliver(platforms, () => stopping);
    });
    const work = {
      tick: async () => {
        if (await clockIsSane(app)) {
          await tick(app.database.db, app.jobs, app.host.now(), {
            failed: (error, what) => app.log.error({ err: error, what }, 'a post or job failed'),
            stopping: () => stopping,
          });
        }
        await one.run();
      },
      deliver: () => one.run(),
    };
    if (works) here = holderDelivers(app, platforms, () => stopping);
    wake = await startWake(work, { databaseUrl: app.databaseUrl, redisUrl: config.redisUrl, works, log: app.log });
    await Promise.all(platforms.map((platform) => platform.start({ web, works })));
    const { idle } = one;
    return {
      url: addressOf(server, config),
      log: app.log,
      stop: () => {
        stopping = true;
        return stop(app, platforms, server, wake, idle);
      },
    };
  } catch (error) {
    opened?.close();
    await wake?.stop().catch(() => undefined);
    await app.close();
    throw error;
  }
}

/**
 * What was put into the outbox here, for a platform whose connection this process holds, is sent from here at once: the
 * queue may wake another process, which could not send it, and a press must be answered within seconds.
 */
function holderDelivers(app: App, platforms: readonly Platform[], stopping: () => boolean): () => void {
  const held = platforms.filter((platform) => platform.ready);
  const one = oneAtATime(async () => {
    await app.deliver(held, stopping);
  });
  const failed = (error: unknown) => app.log.warn({ err: error }, 'delivery by the holder failed');
  return () => {
    if (held.some((platform) => platform.ready?.())) void one.run().catch(failed);
  };
}

/** A clock far from the database's would post too early or never again: nothing scheduled is done until it is right. */
async function clockIsSane(app: App): Promise<boolean> {
  const skew = await clockSkew(app.database.db, app.host.now());
  if (Math.abs(skew) <= MOST_SKEW_MS) return true;
  app.log.error({ skewSeconds: Math.round(skew / 1000) }, 'clock differs from the database: scheduled posts wait');
  return false;
}

const MOST_SKEW_MS = 3_600_000;
const SWEEP_AFTER_MS = 5000;

/** Deliveries that were acknowledged and never finished: done now. */
async function sweep(app: App): Promise<void> {
  const left = await claimUnfinished(app.database.db, new Date(Date.now() - SWEEP_AFTER_MS), 20);
  for (const incoming of left) await app.dispatcher.redo(incoming as Parameters<Dispatcher['redo']>[0]);
}

/** Intake off, finish what was taken, stop claiming, wait for sends, then queue, pool, database. */
async function stop(
  app: App,
  platforms: readonly Platform[],
  server: Server,
  wake: Wake | undefined,
  idle: () => Promise<void>,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  await Promise.all(platforms.map((platform) => platform.stop()));
  setTimeout(() => server.closeAllConnections(), 1500).unref();
  server.closeIdleConnections();
  await closed;
  await app.dispatcher.settled();
  await wake?.stop();
  await idle();
  await app.close();
}
