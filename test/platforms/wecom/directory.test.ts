import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { insertRecord } from '../../../src/db/change.ts';
import { wecomWith } from '../../../src/platforms/wecom/index.ts';
import { inOrg } from '../../../src/services/transaction.ts';
import { callback, type WecomEmulator, wecomEmulator } from '../../support/emulators/wecom.ts';
import { lineHost } from '../../support/line-host.ts';

const CORP = `wwdir${Date.now()}`;
const APP = { token: 'app-token', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
const BOT = { token: 'bot-token', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
let emulator: WecomEmulator;
let line: Awaited<ReturnType<typeof lineHost>>;
let count = 0;

beforeAll(async () => {
  emulator = await wecomEmulator();
  const environment = {
    WECOM_CORP_ID: CORP,
    WECOM_API_URL: emulator.url,
    WECOM_AGENT_ID: '1000002',
    WECOM_APP_SECRET: 'secret',
    WECOM_APP_TOKEN: APP.token,
    WECOM_APP_AES_KEY: APP.aesKey,
    WECOM_BOT_TOKEN: BOT.token,
    WECOM_BOT_AES_KEY: BOT.aesKey,
  };
  line = await lineHost({ platform: 'wecom', workspace: CORP, user: 'zhangsan', chat: 'wrChat' }, (host) =>
    wecomWith(environment, host, { fetchMs: 0 }),
  );
  emulator.directory.departments.set(10, { name: '城东街道', parentid: 1 });
  emulator.directory.departments.set(11, { name: '招商办', parentid: 10 });
  await inOrg(line.db, line.orgId, async (tx) => {
    const unit = await insertRecord(tx, 'units', { name: '城东街道', kind: '乡镇街道' });
    const add = (name: string, mobile: string | null, role: 'member' | 'staff' = 'member', unit_id = unit.id) =>
      insertRecord(tx, 'people', { name, role, mobile, unit_id });
    for (let at = 0; at < 10; at += 1) await add(`王五${at}`, `1380000010${at}`);
    const first = await tx.sql
      .selectFrom('units')
      .select('id')
      .where('name', '=', '临洺关镇')
      .executeTakeFirstOrThrow();
    await add('李同', '13800000201');
    await add('李同', '13800000202', 'member', first.id);
    const staff = await add('钱七', null, 'staff');
    const identity = { platform: 'wecom', workspace: CORP, external_id: 'qianqi', person_id: staff.id };
    await tx.sql
      .insertInto('identities')
      .values({ org_id: line.orgId, ...identity, state: 'approved' })
      .execute();
  });
});
beforeEach(() => {
  emulator.directory.givesMobiles = true;
});
afterAll(async () => {
  await line.close();
  await emulator.close();
});

/** What was said to somebody since. */
async function saidTo(user: string, act: () => Promise<unknown>): Promise<string> {
  const before = emulator.calls.length;
  await act();
  await line.settle();
  await line.settle();
  const calls = emulator.calls.slice(before).filter(({ body }) => body.touser === user);
  return calls.map(({ body }) => JSON.stringify(body.markdown ?? body.template_card)).join('\n');
}

/** Says it to the app. */
async function says(user: string, content: string): Promise<void> {
  count += 1;
  const xml = `<xml><ToUserName>${CORP}</ToUserName><FromUserName>${user}</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>${content}</Content><MsgId>80000000000000000${count}</MsgId><AgentID>1000002</AgentID></xml>`;
  const { query, encrypted } = callback(APP, xml, CORP);
  const body = `<xml><Encrypt>${encrypted}</Encrypt></xml>`;
  expect((await fetch(`${line.url}/wecom/app?${query}`, { method: 'POST', body })).status).toBe(200);
}

/** Presses a button of the last card for somebody. */
async function presses(user: string, label: string): Promise<void> {
  const card = emulator.calls.findLast(({ body }) => body.touser === user && body.msgtype === 'template_card');
  const { button_list: buttons, task_id: task } = (card?.body.template_card ?? {}) as {
    button_list?: readonly { text: string; key: string }[];
    task_id?: string;
  };
  const key = buttons?.find(({ text }) => text === label)?.key;
  count += 1;
  const xml = `<xml><FromUserName>${user}</FromUserName><CreateTime>${count}</CreateTime><MsgType>event</MsgType><Event>template_card_event</Event><EventKey>${key}</EventKey><TaskId>${task}</TaskId><ResponseCode>rc${count}</ResponseCode></xml>`;
  const { query, encrypted } = callback(APP, xml, CORP);
  await fetch(`${line.url}/wecom/app?${query}`, { method: 'POST', body: `<xml><Encrypt>${encrypted}</Encrypt></xml>` });
}

const joins = (id: string, name: string, more: object = {}) =>
  void emulator.directory.members.set(id, { name, department: [11], ...more });

test('name and mobile of the directory bind at once, nobody is asked', async () => {
  joins('w0', '王五0', { mobile: '+8613800000100' });
  expect(await saidTo('w0', () => says('W0', '绑定'))).toContain('王五0，您已绑定成功');
  expect(await saidTo('w0', () => says('W0', '我的'))).not.toContain('不认识');
  expect(emulator.calls.filter(({ body }) => body.touser === 'qianqi')).toEqual([]);
});

test('without a mobile staff are asked, with what the directory says; they agree', async () => {
  emulator.directory.givesMobiles = false;
  joins('w1', '王五1', { mobile: '13800000101' });
  const asked = await saidTo('qianqi', () => says('w1', '绑定'));
  expect(asked).toContain('王五1 · 招商办 · 没给手机号');
  expect(asked).not.toContain('与花名册不同');
  expect(await saidTo('w1', () => says('w1', '我的'))).toContain('还不认识您');
  expect(await saidTo('w1', () => presses('qianqi', '同意'))).toContain('您已绑定成功');
});

test('an application that waits is granted when the directory gives the mobile', async () => {
  emulator.directory.givesMobiles = false;
  joins('w2', '王五2', { mobile: '13800000102' });
  await saidTo('w2', () => says('w2', '绑定'));
  emulator.directory.givesMobiles = true;
  expect(await saidTo('w2', () => says('w2', '绑定'))).toContain('您已绑定成功');
});

test('what somebody types is bound at once where the directory says the same, and shown to staff where it does not', async () => {
  joins('w3', '王五3', { mobile: '13800000103' });
  expect(await saidTo('w3', () => says('w3', '绑定 王五3 13800000103'))).toContain('您已绑定成功');
  joins('w4', '路人', { mobile: '13900000000' });
  const asked = await saidTo('qianqi', () => says('w4', '绑定 王五4 13800000104'));
  expect(asked).toContain('姓名、手机号与花名册不同，请核对');
});

test('a second account of a person waits for staff, whatever the directory says', async () => {
  joins('w0b', '王五0', { mobile: '13800000100' });
  expect(await saidTo('w0b', () => says('w0b', '绑定'))).toContain('已提交绑定申请');
});

test('a name that two share binds nobody; their department tells them apart, for staff to confirm', async () => {
  joins('lt1', '李同', { department: [1] });
  expect(await saidTo('lt1', () => says('lt1', '绑定'))).toContain('不止一位李同');
  joins('lt2', '李同', { department: [11] });
  const asked = await saidTo('qianqi', () => says('lt2', '绑定'));
  expect(asked).toContain('李同 · 城东街道');
});

test.each([
  ['nowhere', undefined, '通讯录里没有您这个账号'],
  ['w5', { unseen: true }, '可见范围'],
  ['w6', { name: '外人' }, '花名册里没有这位'],
] as const)('%s is told why and what to type', async (id, more, words) => {
  if (more) joins(id, '王五5', more);
  const said = await saidTo(id, () => says(id, '绑定'));
  expect(said).toContain(words);
  expect(said).toContain('绑定 ');
});

test.each([
  [48_002, '没有查通讯录的权限'],
  [60_020, '没有查通讯录的权限'],
  [50_003, '没有查通讯录的权限'],
  [45_009, '这会儿查不到通讯录'],
  [60_021, '可见范围'],
  ['cut', '这会儿查不到通讯录'],
] as const)('trouble %s of the directory is told, and binding by name and mobile goes on', async (how, words) => {
  joins('w7', '王五7', { mobile: '13800000107' });
  emulator.fail('user/get', how);
  expect(await saidTo('w7', () => says('w7', '绑定'))).toContain(words);
});

test.each([40_014, 42_001])('a token that the directory refuses (%i) is renewed', async (code) => {
  const id = `token${code}`;
  joins(id, `王五${code === 40_014 ? 8 : 9}`, { mobile: `1380000010${code === 40_014 ? 8 : 9}` });
  emulator.fail('user/get', code);
  expect(await saidTo(id, () => says(id, '绑定'))).toContain('您已绑定成功');
});

test('departments outside of the visible range are left out', async () => {
  emulator.directory.departments.set(12, { name: '城东街道', parentid: 1, unseen: true });
  joins('lt3', '李同', { department: [12] });
  expect(await saidTo('lt3', () => says('lt3', '绑定'))).toContain('不止一位李同');
});

test('a bot’s encrypted account is looked up letter by letter', async () => {
  joins('w6', '王五6', { mobile: '13800000106', encrypted: 'woAbCdEf' });
  const plain = {
    ...{ msgid: 'enc-1', aibotid: 'aib', chatid: 'wrChat', chattype: 'group', from: { userid: 'woAbCdEf' } },
    ...{ msgtype: 'text', text: { content: '@小招 绑定' } },
    response_url: `${emulator.url}/cgi-bin/aibot/response?response_code=enc`,
  };
  const { query, encrypted } = callback(BOT, JSON.stringify(plain), '');
  await fetch(`${line.url}/wecom/bot?${query}`, { method: 'POST', body: JSON.stringify({ encrypt: encrypted }) });
  await line.settle();
  expect(JSON.stringify(emulator.calls.at(-1)?.body)).toContain('王五6，您已绑定成功');
});
