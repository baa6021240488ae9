import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outgoing } from '../../../src/rendering/outgoing.ts';
import { type WebHost, webHost } from '../../support/web-host.ts';

let site: WebHost;
beforeAll(async () => {
  site = await webHost();
});
afterAll(() => site.close());

const outgoing = (patch: Partial<Outgoing> = {}): Outgoing => ({
  id: randomUUID(),
  orgId: site.orgId,
  workspace: 'web',
  chat: { externalId: 'main', kind: 'group' },
  reply: { title: '招商周报 第24周' },
  late: false,
  ...patch,
});

const messages = async (chat: string, as: string) => {
  const response = await fetch(`${site.url}/chat/messages?chat=${chat}&as=${site.people[as]}`);
  return ((await response.json()) as { messages: { person: number | null; body: object }[] }).messages;
};

test('a post stands in its chat once, however often it is sent', async () => {
  const post = outgoing();
  await site.platform.send(post);
  await site.platform.send(post);
  expect(await messages('main', '张三')).toMatchObject([
    { person: null, body: { reply: { title: '招商周报 第24周' } } },
  ]);
});

test('a notice to a person opens their direct chat, which nobody else sees', async () => {
  const address = `p${site.people.张三}`;
  const notice = { chat: { externalId: address, kind: 'direct' as const }, reply: { title: '今日待办' }, late: true };
  await site.platform.send(outgoing(notice));
  expect(await messages(address, '张三')).toMatchObject([{ body: { late: true, reply: { title: '今日待办' } } }]);
  expect(await messages(address, '李四')).toEqual([]);
});

test('a private reply in a group is seen by its person alone', async () => {
  const reply = { title: '登录链接', private: true };
  await site.platform.send(outgoing({ reply, personExternalId: `p${site.people.李四}` }));
  const titles = async (as: string) => JSON.stringify(await messages('main', as));
  expect(await titles('李四')).toContain('登录链接');
  expect(await titles('张三')).not.toContain('登录链接');
  const list = async (as: string) =>
    (await fetch(`${site.url}/chat/state?as=${site.people[as]}&read=main:0`)).json() as Promise<{
      chats: { id: string; unread: number; last: object }[];
    }>;
  const main = async (as: string) => (await list(as)).chats.find((chat) => chat.id === 'main');
  expect(JSON.stringify((await main('李四'))?.last)).toContain('登录链接');
  expect(JSON.stringify((await main('张三'))?.last)).not.toContain('登录链接');
  expect((await main('李四'))?.unread).toBe(((await main('张三'))?.unread ?? 0) + 1);
});

test('a group of another unit is not seen by its members, but by staff', async () => {
  await site.platform.send(outgoing({ chat: { externalId: 'qing', kind: 'group' }, reply: { title: '清河镇提醒' } }));
  expect(await messages('qing', '张三')).toEqual([]);
  expect(await messages('qing', '王五')).toHaveLength(1);
  expect(await messages('qing', '陈晓岚')).toHaveLength(1);
});

test('a chat that is not there is refused for good', async () => {
  const nowhere = outgoing({ chat: { externalId: 'nowhere', kind: 'group' } });
  await expect(site.platform.send(nowhere)).rejects.toMatchObject({ kind: 'refused' });
});
