import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import { test } from 'vitest';
import type { Host } from '../../src/platforms/platform.ts';
import { slackWith } from '../../src/platforms/slack/index.ts';
import { wecomWith } from '../../src/platforms/wecom/index.ts';
import { acknowledged, app, bot, CORP, KEYS, SLACK, type Surface, slackCommand } from './callers.ts';
import { percentile } from './figures.ts';

const REQUESTS = 3000;
const WARM = 500;

/** A host that takes everything at once: what is left is the platform's own work. */
const HOST = {
  accept: async () => true,
  publicUrl: 'http://127.0.0.1',
  now: () => new Date(),
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  kept: () => ({}),
  handover: () => ({}),
} as unknown as Host;

const ENVIRONMENT = {
  SLACK_SIGNING_SECRET: SLACK.secret,
  SLACK_BOT_TOKEN: SLACK.token,
  WECOM_CORP_ID: CORP,
  WECOM_BOT_TOKEN: KEYS.token,
  WECOM_BOT_AES_KEY: KEYS.aesKey,
  WECOM_AGENT_ID: '1',
  WECOM_APP_SECRET: 'secret',
  WECOM_APP_TOKEN: KEYS.token,
  WECOM_APP_AES_KEY: KEYS.aesKey,
};

/** Reads the body and answers 200: what HTTP itself costs. */
const bare: RequestListener = async (request, response) => {
  for await (const _ of request);
  response.writeHead(200).end();
};

/** Bolt as its documents show it: one command, acknowledged. */
function boltAlone(): RequestListener {
  const receiver = new HTTPReceiver({ signingSecret: SLACK.secret, processBeforeResponse: true });
  const authorize = async () => ({ botToken: 'x', botId: 'B0', botUserId: 'U0' });
  const one = new App({ receiver, authorize, convoStore: false });
  one.command('/zs', async ({ ack }) => ack());
  return receiver.requestListener.bind(receiver);
}

/** Microseconds of each request, one after the other. */
async function microseconds(listener: RequestListener, surface: Surface): Promise<readonly number[]> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const prepared = Array.from({ length: WARM + REQUESTS }, (_, number) =>
    surface({ id: 'U1', project: 1 }, '进展 X1 量测：与企业负责人视频会谈', number),
  );
  const spent: number[] = [];
  for (const one of prepared) spent.push((await acknowledged(port, one)) * 1000);
  server.closeAllConnections();
  server.close();
  return spent.slice(WARM);
}

test('what a request costs before anything is committed: Bolt alone, and ours', async () => {
  const slack = slackWith(ENVIRONMENT, HOST);
  const wecom = wecomWith(ENVIRONMENT, HOST);
  const rows: readonly (readonly [name: string, listener: RequestListener, surface: Surface])[] = [
    ['HTTP alone', bare, slackCommand],
    ['Bolt alone, /zs', boltAlone(), slackCommand],
    ['ours with Bolt, /zs', (request, response) => void slack?.handle?.(request, response), slackCommand],
    ['ours, /wecom/bot', (request, response) => void wecom?.handle?.(request, response), bot],
    ['ours, /wecom/app', (request, response) => void wecom?.handle?.(request, response), app],
  ];
  const table: Record<string, object> = {};
  let http = 0;
  for (const [name, listener, surface] of rows) {
    const spent = await microseconds(listener, surface);
    const half = percentile(spent, 0.5);
    http ||= half;
    table[name] = {
      'p50 µs': Math.round(half),
      'p99 µs': Math.round(percentile(spent, 0.99)),
      'p50 beyond HTTP µs': Math.round(half - http),
    };
  }
  console.table(table);
});
