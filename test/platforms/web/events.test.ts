import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type WebHost, webHost } from '../../support/web-host.ts';

let site: WebHost;
beforeAll(async () => {
  site = await webHost();
});
afterAll(() => site.close());

const post = (title: string, chat = 'main') =>
  site.platform.send({
    ...{ id: randomUUID(), orgId: site.orgId, workspace: 'web', late: false },
    chat: { externalId: chat, kind: 'group' },
    reply: { title },
  });

/** Listens until so many messages have come; gives their ids and titles. */
async function hear(count: number, as: string, lastEventId?: number): Promise<{ id: number; title: string }[]> {
  const stop = new AbortController();
  const headers: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) };
  const url = `${site.url}/chat/events?as=${site.people[as]}`;
  const { body } = await fetch(url, { headers, signal: stop.signal });
  const heard: { id: number; title: string }[] = [];
  let text = '';
  for await (const chunk of body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (\{.*)$/m.exec(block)?.[1];
      if (data) heard.push({ id: Number(/^id: (\d+)$/m.exec(block)?.[1]), title: JSON.parse(data).body.reply.title });
    }
    if (heard.length >= count) break;
  }
  stop.abort();
  return heard;
}

test('a listener who comes back with the last id hears exactly what was missed, in order', async () => {
  for (const title of ['一', '二', '三']) await post(title);
  const all = await hear(3, '张三');
  expect(all.map(({ title }) => title)).toEqual(['一', '二', '三']);
  const missed = await hear(2, '张三', all[0]?.id);
  expect(missed.map(({ title }) => title)).toEqual(['二', '三']);
});

test('what comes while listening is heard, and nothing of chats one is not in', async () => {
  const newest = (await hear(3, '张三')).at(-1)?.id ?? 0;
  const listening = hear(1, '张三', newest);
  await post('清河镇的事', 'qing');
  await post('大家的事');
  expect((await listening).map(({ title }) => title)).toEqual(['大家的事']);
});

test('the program can stop while pages are open', async () => {
  const other = await webHost();
  const response = await fetch(`${other.url}/chat/events?as=${other.people.张三}`);
  const reader = response.body?.getReader();
  await reader?.read();
  await other.platform.stop();
  let done = false;
  while (!done) done = (await reader?.read())?.done ?? true;
  await other.close();
  expect(done).toBe(true);
});
