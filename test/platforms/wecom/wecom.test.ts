import { decrypt, getSignature } from '@wecom/crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wecomWith } from '../../../src/platforms/wecom/index.ts';
import { setWebhook } from '../../../src/services/chat.service.ts';
import { storeFile } from '../../../src/services/file.service.ts';
import { notifyChat, notifyPeople } from '../../../src/services/notice.service.ts';
import { inOrg } from '../../../src/services/transaction.ts';
import { testDatabase } from '../../support/database.ts';
import { callback, type WecomEmulator, wecomEmulator } from '../../support/emulators/wecom.ts';
import { lineHost } from '../../support/line-host.ts';

const CORP = `ww${Date.now()}`;
const BOT = { token: 'exampleBotToken', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
const APP = { token: 'exampleToken', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
const OLD_BOT = { token: 'oldBotToken', aesKey: 'ABCDEFGabcdefghijklmnopqrstuvwxyz0123456789' };
const OLD_APP = { token: 'oldToken', aesKey: 'ABCDEFGabcdefghijklmnopqrstuvwxyz0123456789' };
let emulator: WecomEmulator;
let line: Awaited<ReturnType<typeof lineHost>>;

beforeAll(async () => {
  emulator = await wecomEmulator();
  const environment = {
    WECOM_CORP_ID: CORP,
    WECOM_API_URL: emulator.url,
    WECOM_BOT_TOKEN: BOT.token,
    WECOM_BOT_AES_KEY: BOT.aesKey,
    WECOM_AGENT_ID: '1000002',
    WECOM_APP_SECRET: 'secret',
    WECOM_APP_TOKEN: APP.token,
    WECOM_APP_AES_KEY: APP.aesKey,
    WECOM_BOT_TOKEN_OLD: OLD_BOT.token,
    WECOM_BOT_AES_KEY_OLD: OLD_BOT.aesKey,
    WECOM_APP_TOKEN_OLD: OLD_APP.token,
    WECOM_APP_AES_KEY_OLD: OLD_APP.aesKey,
  };
  line = await lineHost({ platform: 'wecom', workspace: CORP, user: 'zhangsan', chat: 'wrExampleChat' }, (host) =>
    wecomWith(environment, host, { fetchMs: 0 }),
  );
});
afterAll(async () => {
  await line.close();
  await emulator.close();
});

const xml = (content: string, id: string) =>
  `<xml><ToUserName><![CDATA[${CORP}]]></ToUserName><FromUserName><![CDATA[ZhangSan]]></FromUserName><CreateTime>1781056800</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[${content}]]></Content><MsgId>${id}</MsgId><AgentID>1000002</AgentID></xml>`;

async function toApp(plain: string, how: Parameters<typeof callback>[3] = {}, receiveId = CORP): Promise<number> {
  const { query, encrypted } = callback(APP, plain, receiveId, how);
  const body = `<xml><ToUserName><![CDATA[${CORP}]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
  return (await fetch(`${line.url}/wecom/app?${query}`, { method: 'POST', body })).status;
}

async function toBot(plain: object, how: Parameters<typeof callback>[3] = {}): Promise<number> {
  const { query, encrypted } = callback(BOT, JSON.stringify(plain), '', how);
  return (
    await fetch(`${line.url}/wecom/bot?${query}`, { method: 'POST', body: JSON.stringify({ encrypt: encrypted }) })
  ).status;
}

const group = (content: string, msgid: string) => ({
  msgid,
  aibotid: 'aib',
  chatid: 'wrExampleChat',
  chattype: 'group',
  from: { userid: 'zhangsan' },
  msgtype: 'text',
  text: { content: `@小招 ${content}` },
  response_url: `${emulator.url}/cgi-bin/aibot/response?response_code=${msgid}`,
});

test.each([
  ['bot', BOT, ''],
  ['app', APP, CORP],
  ['bot', OLD_BOT, ''],
  ['app', OLD_APP, CORP],
] as const)('verification of %s answers with the echo and nothing else', async (name, keys, receiveId) => {
  const { query, encrypted } = callback(keys, '1616140317555161061', receiveId);
  const response = await fetch(`${line.url}/wecom/${name}?${query}&echostr=${encodeURIComponent(encrypted)}`);
  expect([response.status, await response.text()]).toEqual([200, '1616140317555161061']);
});

const flip = (text: string) => {
  const bytes = Buffer.from(text, 'base64');
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 40) ^ 1, bytes.length - 40);
  return bytes.toString('base64');
};

test.each([
  ['a bad signature', { signature: '0'.repeat(40) }, CORP],
  ['a stale timestamp', { at: Math.floor(Date.now() / 1000) - 400 }, CORP],
  ['another corp', {}, 'wwanother'],
  ['a damaged cipher that is signed', { cipher: flip }, CORP],
  ['no base64', { cipher: () => '%%%' }, CORP],
])('%s is refused', async (_, how, receiveId) => {
  const before = await line.entries();
  expect(await toApp(xml('到位 X1 9万 6月5日', '7000000000000000009'), how, receiveId)).toBe(401);
  await line.settle();
  expect(await line.entries()).toBe(before);
});

test('while the keys are being changed, a message signed with the old ones is answered with the old ones', async () => {
  const plain = { ...group('帮助 到位', 'm-old-keys'), response_url: undefined };
  const { query, encrypted } = callback(OLD_BOT, JSON.stringify(plain), '');
  const body = JSON.stringify({ encrypt: encrypted });
  const response = await fetch(`${line.url}/wecom/bot?${query}`, { method: 'POST', body });
  const sealed = JSON.parse(await response.text()) as { encrypt: string; nonce: string; timestamp: number };
  expect(sealed).toMatchObject({
    msgsignature: getSignature(OLD_BOT.token, String(sealed.timestamp), sealed.nonce, sealed.encrypt),
  });
  expect(decrypt(OLD_BOT.aesKey, sealed.encrypt).message).toContain('stream');
  await line.settle();
});

test('a document type in the message does nothing', async () => {
  expect(
    await toApp(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>${xml('&e;', '7000000000000000001')}`),
  ).toBe(400);
});

test('a message delivered three times acts once; ids beyond 2^53 are told apart', async () => {
  const before = await line.entries();
  for (let time = 0; time < 3; time += 1)
    expect(await toApp(xml('到位 X1 15万 6月5日', '7100000000000000001'))).toBe(200);
  expect(await toApp(xml('到位 X1 16万 6月5日', '9007199254740993'))).toBe(200);
  expect(await toApp(xml('到位 X1 17万 6月5日', '9007199254740992'))).toBe(200);
  await line.settle();
  expect(await line.entries()).toBe(before + 3);
});

test('the app answers the person with text and a card whose button works', async () => {
  await toApp(xml('录入 天津远洋物流有限公司 投资2亿', '7100000000000000002'));
  await line.settle();
  const card = emulator.calls.filter((call) => call.body.msgtype === 'template_card').at(-1)?.body.template_card as {
    button_list: readonly { text: string; key: string }[];
    task_id: string;
  };
  const confirm = card.button_list.find((button) => button.text === '确认');
  const event = `<xml><FromUserName>ZhangSan</FromUserName><CreateTime>1781056801</CreateTime><MsgType>event</MsgType><Event>template_card_event</Event><EventKey>${confirm?.key}</EventKey><TaskId>${card.task_id}</TaskId><ResponseCode>rc1</ResponseCode></xml>`;
  expect(await toApp(event)).toBe(200);
  await line.settle();
  const updated = emulator.calls.findLast((call) => call.path === 'message/update_template_card')?.body;
  const about = { userids: ['zhangsan'], response_code: 'rc1', agentid: 1_000_002 };
  expect(updated).toMatchObject({ ...about, template_card: { task_id: card.task_id } });
  expect(JSON.stringify(updated)).toContain('已录入 X2');
});

test('a stale token is renewed once and the message arrives', async () => {
  emulator.expireTokens();
  const before = emulator.calls.length;
  await toApp(xml('帮助 到位', '7100000000000000003'));
  await line.settle();
  expect(emulator.calls.length).toBeGreaterThan(before);
});

test('the bot answers in the group by the response URL, hostile text stays text', async () => {
  expect(await toBot(group('录入 <@all>物流有限公司 投资1亿', 'm-1'))).toBe(200);
  await line.settle();
  const call = emulator.calls.at(-1);
  expect(call?.path).toBe('aibot/response');
  const { content } = (call?.body.markdown ?? { content: '' }) as { content: string };
  expect(content).not.toContain('<@all>');
  expect(content).toContain('可以直接回复：确认、修改、放弃');
  expect(await toBot(group('确认', 'm-2'))).toBe(200);
  await line.settle();
  expect(JSON.stringify(emulator.calls.at(-1)?.body)).toContain('已录入');
});

test('where the response URL is used up, the app says it', async () => {
  const alone = (msgid: string) => ({
    ...{ msgid, aibotid: 'aib', chattype: 'single', from: { userid: 'zhangsan' }, msgtype: 'text' },
    text: { content: '帮助 到位' },
    response_url: `${emulator.url}/cgi-bin/aibot/response?response_code=once`,
  });
  await toBot(alone('m-alone-1'));
  await line.settle();
  expect(emulator.calls.at(-1)?.path).toBe('aibot/response');
  await toBot(alone('m-alone-2'));
  await line.settle();
  expect(emulator.calls.at(-1)).toMatchObject({ path: 'message/send', body: { touser: 'zhangsan' } });
});

test('a post goes into the group by its webhook with table, picture and file, each within its limit', async () => {
  const { db } = await testDatabase();
  await inOrg(db, line.orgId, async (tx) => {
    const chat = await tx.sql
      .selectFrom('chats')
      .select('id')
      .where('external_id', '=', 'wrExampleChat')
      .executeTakeFirstOrThrow();
    await setWebhook(tx, chat.id, `${emulator.url}/cgi-bin/webhook/send?key=k`);
    const png = await storeFile(tx, { name: '榜.png', mime: 'image/png', bytes: Buffer.from('\x89PNG\r\n', 'latin1') });
    const docx = await storeFile(tx, { name: '通报.docx', mime: 'application/x', bytes: Buffer.from('a document') });
    const rows = Array.from({ length: 40 }, (_, at) => [`第${at + 1}乡`, '96.42', '快于序时进度']);
    const table = {
      type: 'table',
      heading: '乡镇组',
      columns: [{ head: '单位' }, { head: '得分', align: 'right' }, { head: '备注' }],
      rows,
    };
    const reply = {
      title: '月报',
      parts: [
        table,
        { type: 'text', text: '长'.repeat(3000) },
        { type: 'picture', file: png, alt: '榜' },
        { type: 'file', file: docx },
      ],
    };
    await notifyChat(tx, chat.id, { class: 'post', dedupeKey: 'monthly:1', reply, now: new Date() });
  });
  const before = emulator.calls.length;
  await line.settle();
  const calls = emulator.calls.slice(before);
  const texts = calls
    .filter((call) => call.body.msgtype === 'markdown_v2')
    .map((call) => (call.body.markdown_v2 as { content: string }).content);
  expect(texts.every((text) => Buffer.byteLength(text) <= 4096)).toBe(true);
  expect(texts.join('').match(/长/g)).toHaveLength(3000);
  expect(texts.join('')).toContain('共 40 行，这里是前 15 行，其余见附件');
  expect(calls.map((call) => call.body.msgtype ?? call.path).filter((kind) => kind !== 'markdown_v2')).toEqual([
    'image',
    'webhook/upload_media',
    'file',
  ]);
});

test('a file that WeCom no longer has is uploaded again, once', async () => {
  const { db } = await testDatabase();
  const put = () =>
    inOrg(db, line.orgId, async (tx) => {
      const person = await tx.sql.selectFrom('people').select('id').executeTakeFirstOrThrow();
      const file = await storeFile(tx, { name: '台账.xlsx', mime: 'application/x', bytes: Buffer.from('a workbook') });
      const reply = { title: '', parts: [{ type: 'file', file }] };
      await notifyPeople(tx, [person.id], { class: 'notice', dedupeKey: 'gone', reply, now: new Date() });
    });
  const before = emulator.calls.length;
  emulator.fail('message/send', 40_007);
  await put();
  await line.settle();
  const calls = emulator.calls.slice(before).map(({ path, body }) => body.msgtype ?? path);
  expect(calls).toEqual(['media/upload', 'media/upload', 'file']);
});

test('a limited message waits, a refused one is given up', async () => {
  const { db } = await testDatabase();
  const put = (key: string) =>
    inOrg(db, line.orgId, async (tx) => {
      const person = await tx.sql.selectFrom('people').select('id').executeTakeFirstOrThrow();
      await notifyPeople(tx, [person.id], { class: 'notice', dedupeKey: key, reply: { title: key }, now: new Date() });
    });
  emulator.fail('message/send', 60_020);
  await put('refused');
  emulator.fail('message/send', 60_020);
  await line.settle();
  const states = await db
    .selectFrom('outbox')
    .select('state')
    .where('org_id', '=', line.orgId)
    .where('dedupe_key', 'like', '%refused%')
    .execute();
  expect(states).toEqual([{ state: 'failed' }]);
});
