import { afterAll, beforeAll, expect, test } from 'vitest';
import slack from '../../../src/platforms/slack/index.ts';
import { storeFile } from '../../../src/services/file.service.ts';
import { notifyChat } from '../../../src/services/notice.service.ts';
import { inOrg } from '../../../src/services/transaction.ts';
import { testDatabase } from '../../support/database.ts';
import { type SlackEmulator, signed, slackEmulator } from '../../support/emulators/slack.ts';
import { lineHost } from '../../support/line-host.ts';

const SECRET = 'example-signing-secret';
const OLD_SECRET = 'the-signing-secret-before';
const TEAM = `T${Date.now()}`;
let emulator: SlackEmulator;
let line: Awaited<ReturnType<typeof lineHost>>;

beforeAll(async () => {
  emulator = await slackEmulator('xoxb-test');
  const environment = {
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_SIGNING_SECRET_OLD: OLD_SECRET,
    SLACK_BOT_TOKEN: 'xoxb-test',
    SLACK_API_URL: emulator.apiUrl,
  };
  line = await lineHost({ platform: 'slack', workspace: TEAM, user: 'U0ZHANG', chat: 'C0WORK' }, (host) =>
    slack(environment, host),
  );
});
afterAll(async () => {
  await line.close();
  await emulator.close();
});

const FORM = 'application/x-www-form-urlencoded';
const slash = (text: string, extra = {}) =>
  new URLSearchParams({
    command: '/zs',
    text,
    user_id: 'U0ZHANG',
    team_id: TEAM,
    channel_id: 'C0WORK',
    trigger_id: '1.2.a',
    ...extra,
  }).toString();
const mention = (text: string, ts: string) =>
  JSON.stringify({
    type: 'event_callback',
    team_id: TEAM,
    event_id: `Ev${ts}`,
    event: { type: 'app_mention', user: 'U0ZHANG', text: `<@U0BOT> ${text}`, ts, channel: 'C0WORK' },
  });
const send = (init: RequestInit) => fetch(`${line.url}/slack/events`, init);
const posts = () => emulator.calls.filter((call) => call.method === 'chat.postMessage');

test.each([
  ['a bad signature', { signature: `v0=${'0'.repeat(64)}` }],
  ['a truncated signature', { signature: 'v0=abc' }],
  ['a stale timestamp', { at: Math.floor(Date.now() / 1000) - 400 }],
  ['a timestamp of the future', { at: Math.floor(Date.now() / 1000) + 3600 }],
])('%s is refused', async (_, how) => {
  const before = await line.entries();
  expect((await send(signed(SECRET, slash('到位 X1 9万 6月5日'), FORM, how))).status).toBe(401);
  await line.settle();
  expect(await line.entries()).toBe(before);
});

test('while the secret is being changed the old one is good too, a third one is not', async () => {
  const before = await line.entries();
  for (const [secret, amount, status] of [
    [OLD_SECRET, '31万', 200],
    [SECRET, '32万', 200],
    ['a third one', '33万', 401],
  ] as const) {
    const body = slash(`到位 X1 ${amount} 6月5日`, { trigger_id: `1.2.${secret}` });
    expect((await send(signed(secret, body, FORM))).status).toBe(status);
  }
  await line.settle();
  expect(await line.entries()).toBe(before + 2);
});

test('malformed JSON is refused', async () => {
  expect((await send(signed(SECRET, '{"type":', 'application/json'))).status).toBe(400);
});

test('a proxy may add a charset to a form', async () => {
  const before = await line.entries();
  const body = slash('到位 X1 12万 6月5日', { trigger_id: '1.2.charset' });
  expect((await send(signed(SECRET, body, `${FORM}; charset=utf-8`))).status).toBe(200);
  await line.settle();
  expect(await line.entries()).toBe(before + 1);
});

test.each([
  ['the response URL is over, it is shown to him alone in the channel', [], 'chat.postEphemeral'],
  ['the bot is not in the channel either, it goes to him directly', ['user_not_in_channel'], 'chat.postMessage'],
])('a private answer is not lost: where %s', async (_, errors, method) => {
  for (const error of errors) emulator.fail('chat.postEphemeral', { error });
  const before = emulator.calls.length;
  const url = new URL('/response/over', emulator.apiUrl).href;
  const id = `1.2.${errors.length}`;
  await send(signed(SECRET, slash('登录', { trigger_id: id, response_url: url }), FORM));
  await line.settle();
  const said = emulator.calls.slice(before).filter((call) => call.method === method);
  expect(said.map(({ body }) => String(body.text)).join()).toContain('登录');
});

test('the same bytes three times act once', async () => {
  const before = await line.entries();
  const request = signed(SECRET, slash('到位 X1 11万 6月5日'), FORM);
  for (let time = 0; time < 3; time += 1) expect((await send(request)).status).toBe(200);
  await line.settle();
  expect(await line.entries()).toBe(before + 1);
});

test('a mention redelivered acts once and is answered in the channel', async () => {
  const before = await line.entries();
  const answered = posts().length;
  const request = () => signed(SECRET, mention('到位 X1 14万 6月5日', '1781056800.000100'), 'application/json');
  for (let time = 0; time < 3; time += 1) expect((await send(request())).status).toBe(200);
  await line.settle();
  expect(await line.entries()).toBe(before + 1);
  expect(posts().length).toBe(answered + 1);
  expect(posts().at(-1)?.body).toMatchObject({
    channel: 'C0WORK',
    unfurl_links: false,
    metadata: { event_type: 'xiaozhao_message' },
  });
});

test('copies out of order, with retry headers and at once, act once each', async () => {
  const before = await line.entries();
  const again = (text: string, ts: string, retry: number) => {
    const init = signed(SECRET, mention(text, ts), 'application/json');
    const headers = { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' };
    return send({ ...init, headers: { ...(init.headers as Record<string, string>), ...headers } });
  };
  const later = () => again('到位 X1 17万 6月5日', '1781056810.000200', 1);
  const earlier = () => again('到位 X1 16万 6月5日', '1781056810.000100', 2);
  expect((await later()).status).toBe(200);
  for (const { status } of await Promise.all([earlier(), later(), earlier(), later()])) expect(status).toBe(200);
  await line.settle();
  expect(await line.entries()).toBe(before + 2);
});

test('a button of a reply works once it is pressed; a forged one does nothing', async () => {
  await send(signed(SECRET, mention('录入 天津远洋物流有限公司 投资2亿', '1781056801.000100'), 'application/json'));
  await line.settle();
  const blocks = posts().at(-1)?.body.blocks as readonly {
    type: string;
    elements?: readonly { text: { text: string }; value: string }[];
  }[];
  const confirm = blocks.flatMap((block) => block.elements ?? []).find((element) => element.text.text === '确认');
  const press = (value: string, ts: string) => {
    const payload = {
      type: 'block_actions',
      user: { id: 'U0ZHANG', team_id: TEAM },
      team: { id: TEAM },
      channel: { id: 'C0WORK' },
      actions: [{ action_id: 'b0', type: 'button', value, action_ts: ts }],
    };
    return send(signed(SECRET, new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), FORM));
  };
  expect((await press(`${confirm?.value}x`, '1.5')).status).toBe(200);
  await line.settle();
  expect(posts().at(-1)?.body.text).toContain('这个按钮无效');
  expect((await press(confirm?.value ?? '', '1.6')).status).toBe(200);
  await line.settle();
  expect(posts().at(-1)?.body.text).toContain('已录入 X2');
});

test('hostile text stays text', async () => {
  await send(
    signed(SECRET, mention('录入 &lt;!everyone&gt;物流有限公司 投资1亿', '1781056802.000100'), 'application/json'),
  );
  await line.settle();
  expect(JSON.stringify(posts().at(-1)?.body)).not.toContain('<!everyone>');
});

test('a scheduled post arrives with its file; a limit is waited out; a lost answer is looked up, not sent twice', async () => {
  const { db } = await testDatabase();
  const put = (key: string) =>
    inOrg(db, line.orgId, async (tx) => {
      const file = await storeFile(tx, { name: '榜.png', mime: 'image/png', bytes: Buffer.from('png') });
      const table = {
        type: 'table',
        columns: [{ head: '单位' }, { head: '得分', align: 'right' }],
        rows: [['城关镇', '96.42']],
      };
      const reply = { title: '周报', parts: [table, { type: 'picture', file, alt: '第1城关镇' }] };
      const chat = await tx.sql.selectFrom('chats').select('id').where('kind', '=', 'group').executeTakeFirstOrThrow();
      await notifyChat(tx, chat.id, { class: 'post', dedupeKey: key, reply, now: new Date() });
    });
  const before = posts().length;
  await put('weekly:1');
  await line.settle();
  expect(posts().length).toBe(before + 1);
  expect(emulator.uploads.at(-1)?.toString()).toBe('png');
  emulator.fail('chat.postMessage', 'lost');
  await put('weekly:2');
  await line.settle();
  expect(posts().length).toBe(before + 2);
  emulator.fail('chat.postMessage', 'limited');
  await put('weekly:3');
  await line.settle();
  await new Promise((resolve) => setTimeout(resolve, 1200));
  await line.settle();
  expect(posts().length).toBe(before + 3);
});

test.each(['is_archived', 'channel_not_found', 'not_in_channel'])(
  'a channel that takes nothing any more (%s) is switched off at the first post',
  async (error) => {
    const chat = (rest: Date | null) =>
      inOrg(line.db, line.orgId, (tx) =>
        tx.sql
          .updateTable('chats')
          .set({ rests_since: rest, rests_why: null })
          .where('external_id', '=', 'C0WORK')
          .execute(),
      );
    emulator.fail('chat.postMessage', { error });
    await line.put({ title: '周报' }, `gone-${error}`);
    await line.settle();
    const before = posts().length;
    await line.put({ title: '月报' }, `gone-after-${error}`);
    await line.settle();
    expect(posts()).toHaveLength(before);
    await chat(null);
    await line.put({ title: '月报' }, `gone-anew-${error}`);
    await line.settle();
    expect(posts()).toHaveLength(before + 1);
  },
);
