import { sql } from 'kysely';
import { expect, vi } from 'vitest';
import slack from '../../src/platforms/slack/index.ts';
import { wecomWith } from '../../src/platforms/wecom/index.ts';
import { setWebhook } from '../../src/services/chat.service.ts';
import { inOrg } from '../../src/services/transaction.ts';
import { signed, slackEmulator } from '../support/emulators/slack.ts';
import { slackSocketEmulator } from '../support/emulators/slack-socket.ts';
import { callback, wecomEmulator } from '../support/emulators/wecom.ts';
import { WecomBot } from '../support/emulators/wecom-bot.ts';
import { lineHost } from '../support/line-host.ts';
import { wecomLine as wecomSocketLine, wordsOf } from '../support/wecom-line.ts';
import type { Way } from './repeats.ts';

const KEYS = { token: 'drillToken', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
const words = (number: number): string => `到位 X1 ${number}万 6月5日`;
const unique = (): string => `${Date.now()}${Math.floor(Math.random() * 1e6)}`;

async function sent(url: string, init: RequestInit): Promise<void> {
  const { status } = await fetch(url, init);
  if (status !== 200) throw new Error(`status ${status}`);
}

/** Mentions over HTTP, answers by the Web API. */
export async function bySlack(): Promise<Way> {
  const [team, api] = [`TD${unique()}`, await slackEmulator('xoxb-drill')];
  const environment = { SLACK_SIGNING_SECRET: 's', SLACK_BOT_TOKEN: 'xoxb-drill', SLACK_API_URL: api.apiUrl };
  const place = { platform: 'slack', workspace: team, user: 'U0ZHANG', chat: 'C0WORK' };
  const line = await lineHost(place, (host) => slack(environment, host));
  const says = (number: number): Promise<void> =>
    sent(`${line.url}/slack/events`, signed('s', JSON.stringify(mentioned(team, number)), 'application/json'));
  return {
    ...{ line, says },
    trouble: (how, after) => api.fail('chat.postMessage', how, after),
    shown: () => api.calls.filter(({ method }) => method === 'chat.postMessage').map(({ body }) => String(body.text)),
    close: async () => {
      await line.close();
      await api.close();
    },
  };
}

const mentioned = (team: string, number: number) => {
  const about = { user: 'U0ZHANG', channel: 'C0WORK', ts: `1781056800.${String(number).padStart(6, '0')}` };
  const event = { type: 'app_mention', text: `<@U0BOT> ${words(number)}`, ...about };
  return { type: 'event_callback', team_id: team, event_id: `Ev${number}`, event };
};

/** The same by Socket Mode: an envelope is over when it is acknowledged. */
export async function bySlackSocket(): Promise<Way> {
  const [team, api] = [`TS${unique()}`, await slackEmulator('xoxb-drill')];
  const server = await slackSocketEmulator('xapp-drill', api.apiUrl);
  const environment = { SLACK_APP_TOKEN: 'xapp-drill', SLACK_BOT_TOKEN: 'xoxb-drill', SLACK_API_URL: server.apiUrl };
  const place = { platform: 'slack', workspace: team, user: 'U0ZHANG', chat: 'C0WORK' };
  const line = await lineHost(place, (host) => slack(environment, host));
  await line.platform.start({ web: true, works: true });
  await vi.waitFor(() => expect(server.connected).toBe(1), { timeout: 40_000 });
  return {
    line,
    says: async (number) => {
      const id = server.deliver({ type: 'events_api', payload: mentioned(team, number) });
      await vi.waitFor(() => expect(server.acks).toContain(id), { timeout: 40_000, interval: 5 });
    },
    trouble: (how, after) => api.fail('chat.postMessage', how, after),
    shown: () => api.calls.filter(({ method }) => method === 'chat.postMessage').map(({ body }) => String(body.text)),
    close: async () => {
      await line.platform.stop();
      await line.close();
      await server.close();
      await api.close();
    },
  };
}

async function wecomLine(kind: 'bot' | 'app') {
  const [corp, api] = [`wwd${unique()}`, await wecomEmulator()];
  const keys = {
    [`WECOM_${kind.toUpperCase()}_TOKEN`]: KEYS.token,
    [`WECOM_${kind.toUpperCase()}_AES_KEY`]: KEYS.aesKey,
  };
  const app = kind === 'app' ? { WECOM_AGENT_ID: '1', WECOM_APP_SECRET: 'secret' } : {};
  const environment = { WECOM_CORP_ID: corp, WECOM_API_URL: api.url, ...keys, ...app };
  const place = { platform: 'wecom', workspace: corp, user: 'zhangsan', chat: 'wrDrill' };
  const line = await lineHost(place, (host) => wecomWith(environment, host, { fetchMs: 60_000 }));
  const close = async () => {
    await line.close();
    await api.close();
  };
  return { ...{ corp, api, line, close } };
}

/** Callbacks of the smart bot; answers are streams that WeCom comes for, and asks for again when one is lost. */
export async function byBot(): Promise<Way> {
  const { line, close } = await wecomLine('bot');
  const bot = new WecomBot(() => line.url, KEYS);
  const about = { aibotid: 'aib', chatid: 'wrDrill', chattype: 'group', from: { userid: 'zhangsan' } };
  return {
    ...{ line, close },
    says: async (number) =>
      void (await bot.deliver({
        ...about,
        msgid: `m-${number}`,
        msgtype: 'text',
        text: { content: `@小招 ${words(number)}` },
      })),
    trouble: (_, after) => bot.lose(after),
    poll: () => bot.poll(),
    shown: () => bot.shown.map(({ stream }) => stream?.content ?? ''),
  };
}

/** The smart bot by the long connection; an acknowledgement is lost with the wire, which is mended. */
export async function bySocket(): Promise<Way> {
  const { server, line, message, environment, close } = await wecomSocketLine();
  const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 40_000, interval: 5 });
  const connected = () => until(() => expect(server.connected).toBe(1));
  const taken = async (key: string): Promise<void> => {
    const { rows } =
      await sql`select 1 from inbox where workspace = ${environment.WECOM_CORP_ID} and key = ${key}`.execute(line.db);
    expect(rows).toHaveLength(1);
  };
  const settle: typeof line.settle = async (others) => {
    await connected();
    return line.settle(others);
  };
  return {
    ...{ line: { ...line, settle }, close },
    says: async (number) => {
      await connected();
      server.say(message(words(number), { msgid: `d-${number}` }));
      await until(() => taken(`d-${number}`));
    },
    trouble: (how, after) => server.fail('aibot_respond_msg', how === 'lost' ? 'drop' : 'cut', after),
    shown: () => server.frames.map(wordsOf),
  };
}

/** Callbacks of the self-built app, answers by message/send. */
export async function byApp(): Promise<Way> {
  const { corp, api, line, close } = await wecomLine('app');
  const says = (number: number): Promise<void> => {
    const xml = `<xml><FromUserName>zhangsan</FromUserName><MsgType>text</MsgType><Content><![CDATA[${words(number)}]]></Content><MsgId>71${number}</MsgId></xml>`;
    const { query, encrypted } = callback(KEYS, xml, corp);
    const body = `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
    return sent(`${line.url}/wecom/app?${query}`, { method: 'POST', body });
  };
  const markdown = () => api.calls.filter(({ body }) => body.msgtype === 'markdown');
  return {
    ...{ line, says, close },
    trouble: (how, after) => api.fail('message/send', how, after),
    shown: () => markdown().map(({ body }) => (body.markdown as { content: string }).content),
  };
}

/** Posts into a group by its webhook; the same post put in again is the report made twice. */
export async function byWebhook(): Promise<Way> {
  const { api, line, close } = await wecomLine('bot');
  await inOrg(line.db, line.orgId, async (tx) => {
    const { id } = await tx.sql.selectFrom('chats').select('id').executeTakeFirstOrThrow();
    await setWebhook(tx, id, `${api.url}/cgi-bin/webhook/send?key=k`);
  });
  const posts = () => api.calls.filter(({ path }) => path.startsWith('webhook/send'));
  return {
    ...{ line, close },
    says: (number) => line.put({ title: `通知第${number}条` }, `post-${number}`),
    trouble: (how, after) => api.fail('webhook/send', how, after),
    shown: () => posts().map(({ body }) => (body.markdown_v2 as { content: string }).content),
  };
}
