import { afterAll, beforeAll, expect, test } from 'vitest';
import wecom from '../../../src/platforms/wecom/index.ts';
import { inOrg } from '../../../src/services/transaction.ts';
import { type WecomEmulator, wecomEmulator } from '../../support/emulators/wecom.ts';
import { type BotAnswer, WecomBot } from '../../support/emulators/wecom-bot.ts';
import { type WecomSocketEmulator, wecomSocketEmulator } from '../../support/emulators/wecom-socket.ts';
import { lineHost } from '../../support/line-host.ts';
import { workbookOf } from '../../support/workbook.ts';

const BOT = { token: 'exampleBotToken', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
const KEY = Buffer.from(`${BOT.aesKey}=`, 'base64');
const CORP = `wwb${Date.now()}`;
let api: WecomEmulator;
let files: WecomSocketEmulator;
let line: Awaited<ReturnType<typeof lineHost>>;
const bot = new WecomBot(() => line.url, BOT);
let count = 0;

beforeAll(async () => {
  api = await wecomEmulator();
  files = await wecomSocketEmulator('a', 'b');
  const environment = {
    WECOM_CORP_ID: CORP,
    WECOM_API_URL: api.url,
    WECOM_BOT_TOKEN: BOT.token,
    WECOM_BOT_AES_KEY: BOT.aesKey,
  };
  const place = { platform: 'wecom', workspace: CORP, user: 'zhangsan', chat: 'wrGroup' };
  line = await lineHost(place, (host) => wecom(environment, host));
});
afterAll(async () => {
  await line.close();
  await files.close();
  await api.close();
});

/** Delivers a callback of 张三's; gives what the response says; null for an empty one. */
async function deliver(extra: object): Promise<BotAnswer | null> {
  count += 1;
  const url = `${api.url}/cgi-bin/aibot/response?response_code=${count}`;
  const about = { aibotid: 'aib', chattype: 'single', from: { userid: 'ZhangSan' }, response_url: url };
  return bot.deliver({ ...about, msgid: `m-${count}`, ...extra });
}

/** What WeCom finds when it comes for the last answer. */
async function lastAnswer(): Promise<string> {
  await line.settle();
  await bot.poll();
  return JSON.stringify(bot.shown.at(-1));
}

const opened = { msgtype: 'stream', stream: { finish: false, content: '正在处理，请稍候…' } };

test('whoever opens the chat is greeted in the response, signed and encrypted', async () => {
  const answer = await deliver({ msgtype: 'event', event: { eventtype: 'enter_chat' } });
  expect(answer).toMatchObject({ msgtype: 'text', text: { content: expect.stringContaining('录入') } });
});

test('spoken words are read', async () => {
  expect(await deliver({ msgtype: 'voice', voice: { content: '帮助 到位' } })).toMatchObject(opened);
  expect(await lastAnswer()).toContain('到位');
});

test('a workbook, encrypted with the key of the callbacks, is imported', async () => {
  await inOrg(line.db, line.orgId, (tx) => tx.sql.updateTable('people').set({ role: 'staff' }).execute());
  const rows = [
    ['项目名称', '责任单位', '计划总投资（万元）', '阶段', '首报日期'],
    ['回调导入项目', '临洺关镇', 12000, '在谈', '2026-06-01'],
  ];
  const { url } = files.file('台账.xlsx', workbookOf(rows), KEY);
  expect(await deliver({ msgtype: 'file', file: { url } })).toMatchObject(opened);
  expect(await lastAnswer()).toContain('新增 1');
});

test('a file that cannot be had is asked for again in the response', async () => {
  const { url } = files.file('台账.xlsx', Buffer.from('x'), KEY);
  const answer = await deliver({ msgtype: 'file', file: { url: `${url}-gone` } });
  expect(answer).toMatchObject({ msgtype: 'stream', stream: { finish: true } });
  expect(answer?.stream?.content).toContain('请再发一次');
});

test('thumbs are kept without a word, with the answer they are about and their reasons; taken back, they are gone', async () => {
  const begun = await deliver({ msgtype: 'text', text: { content: '帮助 到位' } });
  await lastAnswer();
  const rated = (feedback: object) =>
    deliver({
      msgtype: 'event',
      event: { eventtype: 'feedback_event', feedback_event: { id: `trace_${begun?.stream?.id}`, ...feedback } },
    });
  const kept = async () => {
    await line.settle();
    return inOrg(line.db, line.orgId, (tx) =>
      tx.sql.selectFrom('feedback').select(['verdict', 'reasons', 'words', 'title']).execute(),
    );
  };
  const answered = bot.shown.length;
  expect(await rated({ type: 1 })).toBe(null);
  expect(await kept()).toMatchObject([{ verdict: 'good', title: expect.stringContaining('到位') }]);
  expect(await rated({ type: 2, content: '少了\n两个单位', inaccurate_reason_list: [2, 4] })).toBe(null);
  expect(await kept()).toMatchObject([
    {
      verdict: 'bad',
      reasons: ['内容不全', '数字不对'],
      words: '少了 两个单位',
      title: expect.stringContaining('到位'),
    },
  ]);
  await rated({ type: 3 });
  expect(await kept()).toMatchObject([{ verdict: 'withdrawn' }]);
  expect(bot.shown).toHaveLength(answered);
});

test.each([
  ['video', { msgtype: 'video', video: { url: 'http://127.0.0.1:9/v' } }, '看不了视频'],
  ['speech that was not understood', { msgtype: 'voice', voice: { content: '' } }, '看不了这段语音'],
  ['a kind of the future', { msgtype: 'hologram' }, '看不了这种消息'],
] as const)('%s is answered honestly in the response', async (_, extra, words) => {
  const before = await line.entries();
  expect(await deliver(extra)).toMatchObject({ stream: { finish: true, content: expect.stringContaining(words) } });
  expect(await line.entries()).toBe(before);
});

test('what comes from nobody, from the system or without an id is acknowledged and nothing more', async () => {
  for (const extra of [{ from: {} }, { from: { userid: 'sys' } }, { msgid: '' }])
    expect(await deliver({ msgtype: 'video', video: {}, ...extra })).toBe(null);
});
