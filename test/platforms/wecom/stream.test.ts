import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { wecomWith } from '../../../src/platforms/wecom/index.ts';
import { storeFile } from '../../../src/services/file.service.ts';
import { inOrg } from '../../../src/services/transaction.ts';
import { type WecomEmulator, wecomEmulator } from '../../support/emulators/wecom.ts';
import { WecomBot } from '../../support/emulators/wecom-bot.ts';
import { lineHost } from '../../support/line-host.ts';
import { shownOfAnswer } from './shown.ts';

const BOT = { token: 'exampleBotToken', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
const CORP = `wws${Date.now()}`;
const FETCH_MS = 1500;
let api: WecomEmulator;
let line: Awaited<ReturnType<typeof lineHost>>;
let other: Server;
/** Which replica WeCom calls next. */
let url = '';
const bot = new WecomBot(() => url, BOT);
let count = 0;
const next = (): number => {
  count += 1;
  return count;
};

beforeAll(async () => {
  api = await wecomEmulator();
  const environment = {
    WECOM_CORP_ID: CORP,
    WECOM_API_URL: api.url,
    WECOM_BOT_TOKEN: BOT.token,
    WECOM_BOT_AES_KEY: BOT.aesKey,
  };
  const place = { platform: 'wecom', workspace: CORP, user: 'zhangsan', chat: 'wrStream' };
  line = await lineHost(place, (host) => wecomWith(environment, host, { fetchMs: FETCH_MS }));
  const second = wecomWith(environment, line.host);
  other = createServer((request, response) => void second?.handle?.(request, response));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await line.close();
  await new Promise((resolve) => other.close(resolve));
  await api.close();
});

const first = () => {
  url = line.url;
};
const second = () => {
  url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
};

const about = (msgid: string) => ({
  msgid,
  aibotid: 'aib',
  chatid: 'wrStream',
  chattype: 'group',
  from: { userid: 'zhangsan' },
  response_url: `${api.url}/cgi-bin/aibot/response?response_code=${CORP}${msgid}`,
});

/** Says something by a replica; gives the id of the stream that opens. */
async function says(text: string, msgid = `m-${next()}`): Promise<string> {
  const answer = await bot.deliver({ ...about(msgid), msgtype: 'text', text: { content: `@小招 ${text}` } });
  expect(answer).toMatchObject({ msgtype: 'stream', stream: { finish: false, feedback: expect.anything() } });
  return answer?.stream?.id ?? '';
}

const polls = (id: string) => bot.deliver({ ...about(`p-${next()}`), msgtype: 'stream', stream: { id } });

/** Delivers what is due, waits included. */
async function settle(): Promise<void> {
  await sql`update outbox set not_before = now() where org_id = ${line.orgId} and state = 'pending'`.execute(line.db);
  await line.settle();
}

const responses = () => api.calls.filter(({ path }) => path.startsWith('aibot/')).length;

const pending = async () =>
  (
    await line.db
      .selectFrom('outbox')
      .select('id')
      .where('org_id', '=', line.orgId)
      .where('state', '!=', 'sent')
      .execute()
  ).length;

test('the answer of one replica is fetched from another, as often as WeCom comes, and nothing else is sent', async () => {
  first();
  const id = await says('到位 X1 77万 6月5日');
  second();
  expect((await polls(id))?.stream).toMatchObject({ id, finish: false });
  await settle();
  const answer = await polls(id);
  expect(answer?.stream).toMatchObject({ id, finish: true, content: expect.stringContaining('77万元') });
  expect(answer?.msgtype).toBe('stream_with_template_card');
  expect(answer && shownOfAnswer(answer).buttons.map(({ label }) => label)).toContain('查看项目');
  expect(await polls(id)).toEqual(answer);
  await settle();
  expect([await pending(), responses()]).toEqual([0, 0]);
});

test('a message that comes again opens the same stream, acts once, and is answered by it', async () => {
  first();
  const before = await line.entries();
  const id = await says('到位 X1 78万 6月5日', 'again');
  second();
  expect(await says('到位 X1 78万 6月5日', 'again')).toBe(id);
  await settle();
  expect((await polls(id))?.stream?.content).toContain('78万元');
  expect(await says('到位 X1 78万 6月5日', 'again')).toBe(id);
  expect((await polls(id))?.stream?.content).toContain('78万元');
  expect(await line.entries()).toBe(before + 1);
  await settle();
  expect(await pending()).toBe(0);
});

test('an answer that nobody comes for goes by the response URL, once; who comes late is told so', async () => {
  first();
  const id = await says('帮助 到位');
  await settle();
  expect([await pending(), responses()]).toEqual([1, 0]);
  await new Promise((resolve) => setTimeout(resolve, FETCH_MS));
  await settle();
  await settle();
  expect([await pending(), responses()]).toEqual([0, 1]);
  expect((await polls(id))?.stream).toMatchObject({ finish: true, content: '回复见下一条。' });
});

test('who comes for an answer that is none of ours is told so at once', async () => {
  first();
  expect((await polls('of another program'))?.stream).toMatchObject({
    finish: true,
    content: '这条的回复找不到了，请再发一次。',
  });
});

test('an answer that waits to be fetched does not hold up the next one of its chat', async () => {
  first();
  const [one, two] = [await says('帮助 到位'), await says('帮助 录入')];
  await settle();
  for (const id of [two, one]) expect((await polls(id))?.stream?.finish).toBe(true);
  await settle();
  expect(await pending()).toBe(0);
});

test('work that takes longer than WeCom waits closes the stream with a word and is answered another way', async () => {
  first();
  const id = await says('帮助 固投');
  expect((await polls(id))?.stream).toMatchObject({ finish: false });
  await sql`update handovers set opened_at = now() - interval '340 s' where key = ${`wecom/${CORP}/${id}`}`.execute(
    line.db,
  );
  expect((await polls(id))?.stream).toMatchObject({ finish: true, content: '还没有办完，办完马上另发一条。' });
  const before = responses();
  await settle();
  await settle();
  expect([await pending(), responses()]).toEqual([0, before + 1]);
});

test('pictures stand in the stream', async () => {
  first();
  const id = await says('帮助 税收');
  await vi.waitFor(async () => expect(await pending()).toBe(1), 40_000);
  await inOrg(line.db, line.orgId, async (tx) => {
    const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(2000, 7)]);
    const file = await storeFile(tx, { name: '榜.png', mime: 'image/png', bytes });
    const body = { title: '月度排行', parts: [{ type: 'picture', file, alt: '第一名城关镇' }] };
    await sql`update outbox set body = ${JSON.stringify(body)}::jsonb where org_id = ${line.orgId} and state = 'pending'`.execute(
      tx.sql,
    );
  });
  await settle();
  const answer = await polls(id);
  expect(answer?.stream?.msg_item).toHaveLength(1);
  await settle();
  expect(await pending()).toBe(0);
});

async function presses(token: string, task: string) {
  const event = { eventtype: 'template_card_event', template_card_event: { event_key: token, task_id: task } };
  let isOver = false;
  const answered = bot.deliver({ ...about(`e-${next()}`), msgtype: 'event', event }).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    await line.settle();
  }
  return answered;
}

test('a press turns its card into the outcome, in the response', async () => {
  second();
  const id = await says('录入 天津远洋物流有限公司 投资2亿');
  await settle();
  const shown = await polls(id);
  const confirm = shown && shownOfAnswer(shown).buttons.find(({ label }) => label === '确认');
  await settle();
  const before = responses();
  const answer = await presses(confirm?.token ?? '', 'card-7');
  expect(answer).toMatchObject({ response_type: 'update_template_card', template_card: { task_id: 'card-7' } });
  expect(answer && shownOfAnswer(answer).text).toContain('已录入');
  await settle();
  expect([await pending(), responses()]).toEqual([0, before]);
});

test('a press that is refused leaves its card, and says why by the response URL', async () => {
  first();
  const before = responses();
  const answer = await presses('forged', 'card-8');
  expect(answer).toBe(null);
  await settle();
  expect([await pending(), responses()]).toEqual([0, before + 1]);
});
