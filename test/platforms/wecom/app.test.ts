import { afterAll, beforeAll, expect, test } from 'vitest';
import { wecomWith } from '../../../src/platforms/wecom/index.ts';
import { inOrg } from '../../../src/services/transaction.ts';
import { type WecomEmulator, wecomEmulator } from '../../support/emulators/wecom.ts';
import { WecomApp } from '../../support/emulators/wecom-app.ts';
import { lineHost } from '../../support/line-host.ts';

const CORP = `wwapp${Date.now()}`;
const KEYS = { token: 'app-token', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', corpId: CORP };
const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200, 7)]);
let emulator: WecomEmulator;
let line: Awaited<ReturnType<typeof lineHost>>;
let app: WecomApp;

beforeAll(async () => {
  emulator = await wecomEmulator();
  const environment = {
    WECOM_CORP_ID: CORP,
    WECOM_API_URL: emulator.url,
    WECOM_AGENT_ID: '1000002',
    WECOM_APP_SECRET: 'secret',
    WECOM_APP_TOKEN: KEYS.token,
    WECOM_APP_AES_KEY: KEYS.aesKey,
  };
  line = await lineHost({ platform: 'wecom', workspace: CORP, user: 'zhangsan', chat: 'wrChat' }, (host) =>
    wecomWith(environment, host),
  );
  app = new WecomApp(() => line.url, KEYS);
});
afterAll(async () => {
  await line.close();
  await emulator.close();
});

/** What the app sent because of it. */
async function sentAfter(act: () => Promise<unknown>): Promise<string> {
  const before = emulator.calls.length;
  await act();
  await line.settle();
  return emulator.calls
    .slice(before)
    .map(({ body }) => JSON.stringify(body.markdown ?? body.template_card))
    .join('\n');
}
const files = () =>
  inOrg(line.db, line.orgId, (tx) =>
    tx.sql.selectFrom('files').select(['name', 'mime', 'bytes']).orderBy('created_at').execute(),
  );

test('a picture is fetched with the token and kept as evidence, as the bot’s is', async () => {
  emulator.media.set('m-1', { name: 'm-1.jpg', bytes: JPEG });
  emulator.expireTokens();
  const said = await sentAfter(() => app.message('ZhangSan', 'image', { PicUrl: 'http://x/', MediaId: 'm-1' }));
  expect(said).toContain('凭据');
  expect(await files()).toMatchObject([{ name: 'm-1.jpg', mime: 'image/jpeg', bytes: JPEG }]);
});

test.each([
  ['gone', 40_007],
  ['not given', 45_009],
  ['cut off', 'cut'],
] as const)('a picture that is %s is said so at once, nothing is written', async (_, how) => {
  emulator.media.set('m-2', { name: 'm-2.jpg', bytes: JPEG });
  emulator.fail('media/get', how);
  const before = (await files()).length;
  expect(await app.message('ZhangSan', 'image', { MediaId: 'm-2' })).toContain('文件没有取到');
  await line.settle();
  expect((await files()).length).toBe(before);
});

test('a picture that is too large is said so', async () => {
  emulator.media.set('m-3', { name: 'm-3.jpg', bytes: Buffer.alloc(10 * 1024 * 1024 + 40, 1) });
  expect(await app.message('ZhangSan', 'image', { MediaId: 'm-3' })).toContain('超过 10 MB');
});

test('speech that WeCom understood is read as words', async () => {
  const before = await line.entries();
  const parts = { MediaId: 'v', Format: 'amr', Recognition: '到位 X1 18万 6月5日' };
  expect(await app.message('ZhangSan', 'voice', parts)).toBe(null);
  await line.settle();
  expect(await line.entries()).toBe(before + 1);
});

test.each([
  ['voice', { MediaId: 'v', Format: 'amr' }, '看不了这段语音'],
  ['location', { Location_X: '36.6', Location_Y: '114.5', Label: '临洺关镇' }, '看不了位置'],
  ['link', { Title: '到位 X1 9万', Url: 'http://x/' }, '看不了链接'],
  ['video', { MediaId: 'v', ThumbMediaId: 't' }, '看不了视频'],
  ['file', { MediaId: 'f' }, '看不了这种消息'],
] as const)('%s is answered honestly in the response', async (type, parts, words) => {
  const before = await line.entries();
  const said = await sentAfter(async () => expect(await app.message('ZhangSan', type, parts)).toContain(words));
  expect([said, await line.entries()]).toEqual(['', before]);
});

test('whoever gets or opens the app is greeted by what he may do, once a day', async () => {
  expect(await app.event('Newcomer', 'subscribe')).toContain('绑定');
  expect(await app.event('Newcomer', 'enter_agent')).toBe(null);
  expect(await app.event('ZhangSan', 'enter_agent')).toContain('录入');
  expect(await app.event('ZhangSan', 'enter_agent')).toBe(null);
  expect(emulator.calls.filter(({ body }) => body.touser === 'newcomer')).toEqual([]);
});

test.each(['unsubscribe', 'LOCATION', 'view', 'change_contact', 'open_approval_change'])(
  '%s is acknowledged and nothing is done',
  async (event) => {
    expect(await sentAfter(async () => expect(await app.event('ZhangSan', event)).toBe(null))).toBe('');
  },
);

test('a line of the app’s menu says its key', async () => {
  expect(await sentAfter(() => app.event('ZhangSan', 'click', { EventKey: '帮助 到位' }))).toContain('到位');
});

test('a callback that could not be taken is brought again and acts once, however often it then comes', async () => {
  const before = await line.entries();
  const { accept } = line.host;
  let refusals = 2;
  Object.assign(line.host, {
    accept: (...given: Parameters<typeof accept>) => {
      refusals -= 1;
      return refusals >= 0 ? Promise.reject(new Error('database gone')) : accept(...given);
    },
  });
  const parts = {
    ToUserName: CORP,
    FromUserName: 'ZhangSan',
    CreateTime: '1',
    MsgType: 'text',
    MsgId: '9007199254740995',
  };
  await app.deliver({ ...parts, Content: '到位 X1 19万 6月5日' }, 2);
  Object.assign(line.host, { accept });
  await line.settle();
  expect([refusals, await line.entries()]).toEqual([-2, before + 1]);
});
