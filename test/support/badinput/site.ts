import { createServer, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { handoverOf } from '../../../src/db/handover.repository.ts';
import { keptOf } from '../../../src/db/kept.repository.ts';
import { leaseOf } from '../../../src/db/lease.repository.ts';
import type { PageHost, Platform, PlatformFactory } from '../../../src/platforms/platform.ts';
import slack from '../../../src/platforms/slack/index.ts';
import web from '../../../src/platforms/web/index.ts';
import { wecomWith } from '../../../src/platforms/wecom/index.ts';
import { deliver } from '../../../src/queue/deliver.ts';
import { readFile } from '../../../src/services/file.service.ts';
import { inOrg } from '../../../src/services/transaction.ts';
import { type SlackEmulator, slackEmulator } from '../emulators/slack.ts';
import { type WecomEmulator, wecomEmulator } from '../emulators/wecom.ts';
import type { Bytes } from './slack-bytes.ts';
import type { World } from './world.ts';

export const SECRET = 'example-signing-secret';
const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
export const CORP = 'wwexamplecorp0001';
const TOKENS = { bot: 'exampleBotToken', app: 'exampleToken' };

/** The keys that callbacks are made with. */
export const wecomKeys = (bot: boolean) => ({ token: bot ? TOKENS.bot : TOKENS.app, aesKey: AES_KEY, corp: CORP });

/** The whole program over HTTP: Slack, WeCom and the web pages, with the two platforms' APIs beside it. */
export interface Site {
  readonly port: number;
  readonly vars: Readonly<Record<string, string>>;
  /** What the platforms got since the site was opened, as text of JSON. */
  delivered(): readonly string[];
  /** Waits for the accepted work and sends what the outbox holds. */
  settle(): Promise<void>;
  /** Sends bytes as they are. */
  send(bytes: Bytes): Promise<Answer>;
  close(): Promise<void>;
}

/** The answer to one request. */
export interface Answer {
  readonly status: number | 'closed';
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let emulators: Promise<readonly [SlackEmulator, WecomEmulator]> | undefined;

/** Opens it over a world. */
export async function openSite(world: World): Promise<Site> {
  emulators ??= Promise.all([slackEmulator('xoxb-test'), wecomEmulator()]);
  const [slackApi, wecomApi] = await emulators;
  const marks = [slackApi.calls.length, wecomApi.calls.length] as const;
  const platforms: Platform[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const platform = platforms.find((one) => one.paths?.some((prefix) => path.startsWith(prefix)));
    void (async () => platform?.handle?.(request, response))().catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const host = hostOf(world, `http://127.0.0.1:${port}`);
  // Nobody polls for answers here: they go by the response URL at once.
  const wecom: PlatformFactory = (given, lent) => wecomWith(given, lent, { fetchMs: 0 });
  for (const make of [slack, wecom, web]) {
    const platform = make(environment(slackApi.apiUrl, wecomApi.url), host);
    if (platform) platforms.push(platform);
  }
  const carriers = platforms;
  const { db } = world.database;
  return {
    port,
    vars: {
      ...NAMES,
      port: String(port),
      public_url: host.publicUrl,
      'slack.response_url': `${slackApi.apiUrl}response/1`,
      'wecom.response_url': `${wecomApi.url}/cgi-bin/aibot/response?response_code=1`,
    },
    delivered: () =>
      [...slackApi.calls.slice(marks[0]), ...wecomApi.calls.slice(marks[1])].map((call) => JSON.stringify(call)),
    settle: async () => {
      await world.dispatcher.settled();
      await deliver({ db, carriers, owner: `bad-${port}`, seal: world.sealer.seal, log: world.log });
    },
    send: (bytes) => sendBytes(port, bytes),
    close: async () => {
      await world.dispatcher.settled();
      await Promise.all(platforms.map((platform) => platform.stop()));
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What cases call the accounts of the two platforms. */
const NAMES = {
  'slack.signing_secret': SECRET,
  'slack.team': 'T0EXAMPLE',
  'slack.app': 'A0EXAMPLE',
  'slack.g.work': 'C0WORK',
  'slack.bot': 'U0BOT',
  'slack.p.zhang': 'U0ZHANG',
  'slack.p.zhou': 'U0ZHOU',
  'slack.p.qian': 'U0QIAN',
  'wecom.corp': CORP,
  'wecom.bot': 'aibExample',
  'wecom.g.work': 'wrExampleChat',
  'wecom.p.zhang': 'zhangsan',
  'wecom.p.zhang.upper': 'ZHANGSAN',
  'wecom.p.zhou': 'zhoujiu',
  'wecom.p.qian': 'qianqi',
  'url.form.capture': '/chat/say',
};

const environment = (slackApi: string, wecomApi: string) => ({
  SLACK_SIGNING_SECRET: SECRET,
  SLACK_BOT_TOKEN: 'xoxb-test',
  SLACK_API_URL: slackApi,
  WECOM_CORP_ID: CORP,
  WECOM_API_URL: wecomApi,
  WECOM_BOT_TOKEN: TOKENS.bot,
  WECOM_BOT_AES_KEY: AES_KEY,
  WECOM_AGENT_ID: '1000002',
  WECOM_APP_SECRET: 'app-secret',
  WECOM_APP_TOKEN: TOKENS.app,
  WECOM_APP_AES_KEY: AES_KEY,
});

/** The host that platforms stand on in a world. */
export const hostOf = (world: World, publicUrl: string): PageHost => ({
  dispatch: (incoming) => world.dispatcher.dispatch(incoming),
  accept: (incoming, done) => world.dispatcher.accept(incoming, done),
  choices: (looking) => world.dispatcher.choices(looking),
  readFile: async (org, file) =>
    (await inOrg(world.database.db, org, (tx) => readFile(tx, file.id)))?.bytes ?? new Uint8Array(),
  pace: async () => {},
  publicUrl,
  now: world.clock,
  log: world.log,
  lease: (name) => leaseOf(world.database.db, name),
  handover: (key) => handoverOf(world.database.db, key),
  kept: (name) => keptOf(world.database.db, name),
  db: world.database.db,
  book: world.book,
});

/** Node's own client: paths and doubled headers go out as they are. */
function sendBytes(port: number, { method, path, headers, body }: Bytes): Promise<Answer> {
  const doubled = new Map<string, string[]>();
  for (const [name, value] of headers) doubled.set(name, [...(doubled.get(name) ?? []), value]);
  const fields = Object.fromEntries([...doubled].map(([name, all]) => [name, all.length > 1 ? all : (all[0] ?? '')]));
  return new Promise((resolve) => {
    const closed = () => resolve({ status: 'closed', headers: {}, body: '' });
    const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers: fields, timeout: 5000 }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', closed);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', closed);
    sent.end(method === 'GET' || method === 'HEAD' ? undefined : body);
  });
}
