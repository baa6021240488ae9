import slackPlatform from '../../../src/platforms/slack/index.ts';
import { wecomWith } from '../../../src/platforms/wecom/index.ts';
import type { SealedReply } from '../../../src/rendering/reply.ts';
import { slackSocketEmulator } from '../emulators/slack-socket.ts';
import { wecomSocketEmulator } from '../emulators/wecom-socket.ts';
import { signedIn } from './requests.ts';
import { CORP, hostOf, SECRET, type Site, wecomKeys } from './site.ts';
import { slackBytes } from './slack-bytes.ts';
import { wecomBytes } from './wecom-bytes.ts';
import type { World } from './world.ts';

/** How the fixture's people speak by a platform. */
export interface Talk {
  readonly say: World['say'];
  close?(): Promise<void>;
}

/** Opens a platform as a way to speak. */
export type Channel = (world: World, site: Site) => Promise<Talk> | Talk;

/** One message on its way: who by the fixture's key, the words, the platform's own id of it. */
type Bring = (who: string, text: string, id: number) => Promise<void>;

let ids = 0;

/** A way to speak: brings each message, waits for the work, and gives what the line answered. */
const talkBy =
  (world: World, site: Site, keyOf: (id: number) => string, bring: Bring): Talk['say'] =>
  async (who, text, { messageId } = {}) => {
    ids += 1;
    const id = messageId === undefined ? ids : numberOf(messageId);
    await bring(who, text, id);
    const replies = await repliesOf(world, keyOf(id));
    await site.settle();
    return replies;
  };

/** The same message has the same number, far from the others. */
const numberOf = (messageId: string): number => 900_000 + messageId.length;

/** What was answered to a message, once it is done: a reply for each of its lines. */
async function repliesOf({ owner }: World, key: string): Promise<readonly SealedReply[]> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await owner.query<{ state: string; replies: SealedReply[] | null }>(
      'select state, replies from inbox where key = $1',
      [key],
    );
    if (rows[0]?.state === 'done') return rows[0].replies ?? [];
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`${key} was not done`);
}

const nameOf = (who: string): string => who.replace(/^p\./, '');
const WECOM: Readonly<Record<string, string>> = { zhang: 'zhangsan', zhou: 'zhoujiu', qian: 'qianqi', zhao: 'zhaoliu' };
const wecomId = (who: string): string => WECOM[nameOf(who)] ?? nameOf(who);

const stampOf = (id: number): string => `1781056800.${String(id).padStart(6, '0')}`;

const mentioned = (who: string, text: string, id: number) => {
  const event = {
    ...{ type: 'app_mention', channel: 'C0WORK', ts: stampOf(id) },
    ...{ user: `U0${nameOf(who).toUpperCase()}`, text: `<@U0BOT> ${escaped(text)}` },
  };
  return { type: 'event_callback', team_id: 'T0EXAMPLE', event_id: `Ev${id}`, event };
};

const slack: Channel = (world, site) => {
  const bring: Bring = async (who, text, id) => {
    for (const bytes of slackBytes({ json: mentioned(who, text, id) }, SECRET)) await site.send(bytes);
  };
  return { say: talkBy(world, site, (id) => `C0WORK/${stampOf(id)}`, bring) };
};

const slackSocket: Channel = async (world, site) => {
  const behind = String(site.vars['slack.response_url']).replace(/response\/1$/, '');
  const server = await slackSocketEmulator('xapp-test', behind);
  const environment = { SLACK_APP_TOKEN: 'xapp-test', SLACK_BOT_TOKEN: 'xoxb-test', SLACK_API_URL: server.apiUrl };
  const platform = slackPlatform(environment, hostOf(world, 'http://127.0.0.1'));
  await platform?.start({ web: true, works: true });
  while (server.connected === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const bring: Bring = async (who, text, id) =>
    void server.deliver({ type: 'events_api', payload: mentioned(who, text, id) });
  return {
    say: talkBy(world, site, (id) => `C0WORK/${stampOf(id)}`, bring),
    close: async () => {
      await platform?.stop();
      await server.close();
    },
  };
};

/** As Slack writes what people type. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const bodyOf = (who: string, text: string, id: number) => ({
  ...{ msgid: `channel-${id}`, aibotid: 'aibExample', chatid: 'wrExampleChat', chattype: 'group' },
  ...{ from: { userid: wecomId(who) }, msgtype: 'text', text: { content: `@小招 ${text}` } },
});

const bot: Channel = (world, site) => {
  const bring: Bring = async (who, text, id) => {
    const input = { path: '/wecom/bot', plain: JSON.stringify(bodyOf(who, text, id)) };
    for (const bytes of wecomBytes(input, wecomKeys)) await site.send(bytes);
  };
  return { say: talkBy(world, site, (id) => `channel-${id}`, bring) };
};

const app: Channel = (world, site) => {
  const idOf = (id: number): string => `72000000000000${String(id).padStart(6, '0')}`;
  const bring: Bring = async (who, text, id) => {
    const content = `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
    const plain = `<xml><FromUserName>${wecomId(who)}</FromUserName><MsgType>text</MsgType><Content>${content}</Content><MsgId>${idOf(id)}</MsgId></xml>`;
    for (const bytes of wecomBytes({ path: '/wecom/app', plain }, wecomKeys)) await site.send(bytes);
  };
  return { say: talkBy(world, site, idOf, bring) };
};

const KEYS = { WECOM_BOT_ID: 'aibExample', WECOM_BOT_SECRET: 'secret' };

const socket: Channel = async (world, site) => {
  const server = await wecomSocketEmulator(KEYS.WECOM_BOT_ID, KEYS.WECOM_BOT_SECRET);
  const environment = { WECOM_CORP_ID: CORP, WECOM_BOT_WS_URL: server.url, ...KEYS };
  const platform = wecomWith(environment, hostOf(world, 'http://127.0.0.1'));
  await platform?.start({ web: true, works: true });
  while (server.connected === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const bring: Bring = async (who, text, id) => void server.say(bodyOf(who, text, id));
  return {
    say: talkBy(world, site, (id) => `channel-${id}`, bring),
    close: async () => {
      await platform?.stop();
      await server.close();
    },
  };
};

/** Whoever opens the page for the first time has accounts there made for all: that is done before a case. */
const page: Channel = async (world, site) => {
  const keyOf = (id: number): string => `page-message-${id}`;
  const sessions = new Map<string, ReturnType<typeof signedIn>>();
  for (const who of ['p.zhang', 'p.wang']) sessions.set(who, Promise.resolve(await signedIn(world, site, who)));
  const bring: Bring = async (who, text, id) => {
    const session = sessions.get(who) ?? signedIn(world, site, who);
    sessions.set(who, session);
    const headers = [...(await session), ['content-type', 'application/json'] as const];
    const state = await site.send({ method: 'GET', path: '/chat/state', headers: await session, body: '' });
    const [chat] = (JSON.parse(state.body) as { chats: readonly { id: string }[] }).chats;
    const body = JSON.stringify({ text, chat: chat?.id ?? '', key: keyOf(id) });
    const { status, body: said } = await site.send({ method: 'POST', path: '/chat/say', headers, body });
    if (status !== 200) throw new Error(`${status} ${said}`);
  };
  return { say: talkBy(world, site, keyOf, bring) };
};

/** Every way to speak but the built-in line itself. */
export const CHANNELS: Readonly<Record<string, Channel>> = {
  'Slack over HTTP': slack,
  'Slack by Socket Mode': slackSocket,
  'the smart bot by callbacks': bot,
  'the smart bot on its long connection': socket,
  'the self-built app': app,
  'the web console': page,
};
