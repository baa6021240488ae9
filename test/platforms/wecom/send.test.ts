import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { insertRecord } from '../../../src/db/change.ts';
import { setWebhook } from '../../../src/services/chat.service.ts';
import { storeFile } from '../../../src/services/file.service.ts';
import { notifyChat, notifyPeople } from '../../../src/services/notice.service.ts';
import { inOrg, type OrgTx } from '../../../src/services/transaction.ts';
import { type WecomEmulator, wecomEmulator } from '../../support/emulators/wecom.ts';
import { type WecomLine, wecomLine, wordsOf } from '../../support/wecom-line.ts';

const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
let api: WecomEmulator;
let wecom: WecomLine;
let count = 0;

beforeAll(async () => {
  api = await wecomEmulator();
  wecom = await wecomLine({
    WECOM_API_URL: api.url,
    WECOM_AGENT_ID: '1',
    WECOM_APP_SECRET: 's',
    WECOM_APP_TOKEN: 't',
    WECOM_APP_AES_KEY: KEY,
  });
  await wecom.frames(() => void wecom.server.say(wecom.message('帮助 到位')));
  await wecom.frames(() => void wecom.server.say(wecom.alone({ text: { content: '帮助 到位' } })));
});
/** The group's webhook is there, whatever became of it before. */
beforeEach(() =>
  within(async (tx) => void (await setWebhook(tx, await groupOf(tx), `${api.url}/cgi-bin/webhook/send?key=k`))),
);
afterAll(async () => {
  await wecom.close();
  await api.close();
});

const within = <Result>(work: (tx: OrgTx) => Promise<Result>): Promise<Result> =>
  inOrg(wecom.line.db, wecom.line.orgId, work);
const groupOf = async (tx: OrgTx): Promise<number> =>
  (await tx.sql.selectFrom('chats').select('id').where('external_id', '=', 'wrGroup').executeTakeFirstOrThrow()).id;
const key = () => {
  count += 1;
  return `send:${count}`;
};

/** What WeCom's API got and what the bot said, because of a message to the group, or to 张三 alone. */
async function after(to: 'group' | 'him', reply: object) {
  const [calls, frames] = [api.calls.length, wecom.server.frames.length];
  await within(async (tx) => {
    const message = { class: 'post' as const, dedupeKey: key(), reply, now: new Date() } as never;
    if (to === 'group') return notifyChat(tx, await groupOf(tx), message);
    const him = await tx.sql.selectFrom('people').select('id').where('name', '=', '张三').executeTakeFirstOrThrow();
    return notifyPeople(tx, [him.id], message);
  });
  await wecom.line.settle();
  return { calls: api.calls.slice(calls), frames: wecom.server.frames.slice(frames) };
}

test('a post goes by the webhook and a notice by the app, though the bot is there', async () => {
  const post = await after('group', { title: '周报' });
  expect([post.calls.map(({ path }) => path), post.frames]).toEqual([['webhook/send'], []]);
  const notice = await after('him', { title: '任务' });
  expect([notice.calls.map(({ path }) => path), notice.frames]).toEqual([['message/send'], []]);
});

test.each([93_000, 93_004, 93_008, 40_058])('what the webhook refuses (%i) the bot says, whole', async (code) => {
  api.fail('webhook/send', code);
  const file = await within((tx) =>
    storeFile(tx, { name: '通报.docx', mime: 'a/b', bytes: Buffer.from('a document') }),
  );
  const { calls, frames } = await after('group', { title: '月报', parts: [{ type: 'file', file }] });
  expect(calls).toEqual([]);
  expect(wordsOf(frames[0])).toContain('月报');
  expect(frames.at(-1)).toMatchObject({ cmd: 'aibot_send_msg', body: { chatid: 'wrGroup', msgtype: 'file' } });
});

test('a webhook that was removed is not tried again, and staff are told how to set it anew', async () => {
  const told = () =>
    within((tx) =>
      sql<{ title: string }>`select body->>'title' as title from outbox where org_id = ${tx.orgId}
        and dedupe_key like '%:rests:%'`.execute(tx.sql),
    );
  await within(async (tx) => {
    const person = await insertRecord(tx, 'people', { name: '钱七', role: 'staff' });
    const at = { platform: 'wecom', workspace: wecom.environment.WECOM_CORP_ID ?? '', external_id: 'qianqi' };
    const state = 'approved' as const;
    await tx.sql
      .insertInto('identities')
      .values({ org_id: tx.orgId, ...at, person_id: person.id, state })
      .execute();
  });
  api.fail('webhook/send', 93_000);
  await after('group', { title: '周报' });
  const { calls, frames } = await after('group', { title: '月报' });
  expect([calls.map(({ path }) => path), frames.length]).toEqual([[], 1]);
  expect((await told()).rows).toEqual([{ title: '“工作群”的消息推送地址失效，已改由机器人直接发' }]);
});

test.each(['invaliduser', 'unlicenseduser'] as const)(
  'whom the app does not reach (%s) the bot tells',
  async (list) => {
    api.unreached.set('zhangsan', list);
    const { calls, frames } = await after('him', { title: '到期提醒' });
    api.unreached.clear();
    expect(calls).toEqual([]);
    expect(frames.map(({ body }) => body?.chatid)).toEqual(['ZhangSan']);
  },
);

test('what both refuse is given up; what the bot did not acknowledge is not said twice', async () => {
  const ended = async () => {
    const { state, last_error: error } = await wecom.line.db
      .selectFrom('outbox')
      .select(['state', 'last_error'])
      .where('org_id', '=', wecom.line.orgId)
      .where('dedupe_key', 'like', `%send:${count}%`)
      .executeTakeFirstOrThrow();
    return [state, error];
  };
  api.fail('webhook/send', 93_000);
  wecom.server.fail('aibot_send_msg', 93_006);
  await after('group', { title: '季榜' });
  expect(await ended()).toEqual(['failed', expect.stringContaining('93006')]);
  expect((await after('group', { title: '停发以后' })).frames).toEqual([]);
  api.fail('message/send', 60_011);
  wecom.server.fail('aibot_send_msg', 'drop');
  const { frames } = await after('him', { title: '催办' });
  expect(await ended()).toEqual(['failed', expect.stringContaining('may have arrived')]);
  expect(frames).toHaveLength(1);
});

test('everybody who is called is called, fifty in each message', async () => {
  const people = await within(async (tx) => {
    const ids: number[] = [];
    for (let at = 0; at < 60; at += 1) {
      const { id } = await insertRecord(tx, 'people', { name: `人${at}`, role: 'member' });
      const identity = { platform: 'wecom', workspace: wecom.environment.WECOM_CORP_ID ?? '', person_id: id };
      await tx.sql
        .insertInto('identities')
        .values({ org_id: tx.orgId, external_id: `u${at}`, ...identity, state: 'approved' })
        .execute();
      ids.push(id);
    }
    return ids;
  });
  const mentions = people.map((personId, at) => ({ personId, name: `人${at}` }));
  const { calls } = await after('group', { title: '请签收', mentions });
  const lists = calls.flatMap(({ body }) => {
    const { mentioned_list: list } = (body.text ?? {}) as { mentioned_list?: readonly string[] };
    return list ? [list] : [];
  });
  expect(lists.map((list) => list.length)).toEqual([50, 10]);
  expect(lists.flat()).toEqual(people.map((_, at) => `u${at}`));
});

test('what nobody asked for is pushed a second apart, whatever the chat; answers are not held up by it', async () => {
  const { pace } = wecom.line.host;
  const asked: string[] = [];
  Object.assign(wecom.line.host, { pace: async (bucket: string) => void asked.push(bucket) });
  api.fail('webhook/send', 93_000);
  await after('group', { title: '日报' });
  const pushes = `wecom:pushes:${wecom.environment.WECOM_CORP_ID}`;
  expect(asked.filter((bucket) => bucket === pushes)).toHaveLength(1);
  await wecom.frames(() => void wecom.server.say(wecom.message('帮助 到位')));
  Object.assign(wecom.line.host, { pace });
  expect(asked.filter((bucket) => bucket === pushes)).toHaveLength(1);
});
