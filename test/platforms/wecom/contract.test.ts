import wecom from '../../../src/platforms/wecom/index.ts';
import { setWebhook } from '../../../src/services/chat.service.ts';
import { inOrg } from '../../../src/services/transaction.ts';
import { openStage } from '../../support/contract-stage.ts';
import { callback, wecomEmulator } from '../../support/emulators/wecom.ts';
import { WecomBot } from '../../support/emulators/wecom-bot.ts';
import { platformContract, type Shown, type Stage } from '../../support/platform-contract.ts';
import { shownOf, shownOfAnswer } from './shown.ts';

const CORP = 'ww0contract';
const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const BOT = { token: 'exampleBotToken', aesKey: KEY };
const APP = { token: 'exampleToken', aesKey: KEY };
const PLACE = { platform: 'wecom', workspace: CORP, user: 'zhangsan', chat: 'wrContract' };

/** One company with the bot, the app and a group webhook; 张三 talks by `talks`. */
const stage = (talks: 'bot' | 'app') => (): Promise<Stage> =>
  openStage(PLACE, async (start) => {
    const emulator = await wecomEmulator();
    const line = await start((host) =>
      wecom(
        {
          WECOM_CORP_ID: CORP,
          WECOM_API_URL: emulator.url,
          WECOM_BOT_TOKEN: BOT.token,
          WECOM_BOT_AES_KEY: BOT.aesKey,
          WECOM_AGENT_ID: '1000002',
          WECOM_APP_SECRET: 'secret',
          WECOM_APP_TOKEN: APP.token,
          WECOM_APP_AES_KEY: APP.aesKey,
        },
        host,
      ),
    );
    await inOrg(line.db, line.orgId, async (tx) => {
      const { id } = await tx.sql.selectFrom('chats').select('id').executeTakeFirstOrThrow();
      await setWebhook(tx, id, `${emulator.url}/cgi-bin/webhook/send?key=k`);
    });
    const shown = (kind: string): readonly Shown[] =>
      emulator.calls.filter(({ path }) => path.startsWith(kind)).flatMap((call) => shownOf(call) ?? []);
    return {
      ...(talks === 'bot' ? byBot(line) : { line, ...byApp(line.url), answers: async () => shown('message/') }),
      posts: async () => shown('webhook/send'),
      trouble: (how, after = 0) => emulator.fail('webhook/send', how === 'limited' ? 45009 : how, after),
      down: emulator.down,
      up: emulator.up,
      close: emulator.close,
    };
  });

async function deliver(url: string, body: string): Promise<void> {
  const { status } = await fetch(url, { method: 'POST', body });
  if (status !== 200) throw new Error(`status ${status}`);
}

/** By the smart bot in the group: answers are streams that WeCom comes for, buttons stand on cards. */
function byBot(line: Stage['line']): Pick<Stage, 'line' | 'says' | 'presses' | 'answers'> {
  const bot = new WecomBot(() => line.url, BOT);
  const about = { aibotid: 'aib', chatid: PLACE.chat, chattype: 'group', from: { userid: PLACE.user } };
  return {
    line: {
      ...line,
      settle: async (others) => {
        const sent = await line.settle(others);
        await bot.poll();
        return sent;
      },
    },
    says: async (text, msgid) =>
      void (await bot.deliver({ ...about, msgid, msgtype: 'text', text: { content: `@小招 ${text}` } })),
    presses: async ({ token }, msgid) => {
      const event = {
        eventtype: 'template_card_event',
        template_card_event: { event_key: token, task_id: 'card-1' },
      };
      const answered = bot.deliver({ ...about, msgid, msgtype: 'event', event }).then(() => true);
      const soon = () => new Promise<false>((resolve) => setTimeout(() => resolve(false), 20));
      while (!(await Promise.race([answered, soon()]))) await line.settle();
    },
    answers: async () => bot.shown.map(shownOfAnswer),
  };
}

/** To the app alone: buttons are cards. */
function byApp(url: string): Pick<Stage, 'says' | 'presses'> {
  const ids = new Map<string, string>();
  const id = (key: string) => {
    if (!ids.has(key)) ids.set(key, `71000000000000000${10 + ids.size}`);
    return ids.get(key) ?? '';
  };
  const send = (xml: string) => {
    const { query, encrypted } = callback(APP, `<xml><FromUserName>ZhangSan</FromUserName>${xml}</xml>`, CORP);
    return deliver(`${url}/wecom/app?${query}`, `<xml><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`);
  };
  return {
    says: (text, key) =>
      send(
        `<MsgType>text</MsgType><Content><![CDATA[${text}]]></Content><MsgId>${id(key)}</MsgId><CreateTime>1</CreateTime>`,
      ),
    presses: ({ token }, key) =>
      send(
        `<MsgType>event</MsgType><Event>template_card_event</Event><CreateTime>1</CreateTime><EventKey>${token}</EventKey><TaskId>t</TaskId><ResponseCode>${key}</ResponseCode>`,
      ),
  };
}

platformContract('wecom, by the smart bot', { settlesDoubt: false }, stage('bot'));
platformContract('wecom, by the self-built app', { settlesDoubt: false }, stage('app'));
