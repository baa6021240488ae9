import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { APP_ROLE, openDatabase } from '../../src/db/database.ts';
import { insertChat, insertOrg } from '../../src/db/org.repository.ts';
import { inOrg } from '../../src/db/org-transaction.ts';
import { instantAt } from '../../src/domain/calendar/date.ts';
import { dayPeriod } from '../../src/domain/calendar/period.ts';
import { definePost } from '../../src/queue/define.ts';
import { deliver } from '../../src/queue/deliver.ts';
import { tick } from '../../src/queue/tick.ts';
import type { Work } from '../../src/queue/wake.ts';
import { notifyChat } from '../../src/services/notice.service.ts';
import { clone } from './database.ts';

const morning = definePost({
  name: '晨报',
  report: 'morning',
  due: (day) => [{ period: dayPeriod(day), at: instantAt(day, '08:30', 'Asia/Shanghai') }],
  run: async ({ chats, due }) =>
    chats.map((chat) => ({ to: { chatId: chat.id }, reply: { title: `晨报 ${due.period.key}` } })),
});

/** A log that keeps nothing. */
export const quiet = { warn: () => undefined, error: () => undefined };

/** A county of its own database whose group wants the 晨报 of 08:30, judged up to noon of 9 June 2026. */
export async function wokenCounty() {
  const databaseUrl = await clone();
  const { db, close } = openDatabase({ url: databaseUrl, role: APP_ROLE, maxConnections: 8 });
  const orgId = await insertOrg(db, { name: '测试县' });
  const group = { platform: 'fake', workspace: 'w', externalId: 'g', kind: 'group' as const, name: '群' };
  const chatId = await inOrg(db, orgId, (tx) => insertChat(tx, { ...group, subscriptions: ['晨报'] }));
  await tick(db, { posts: [], jobs: [] }, new Date('2026-06-09T12:00+08:00'));
  let now = new Date('2026-06-10T08:31+08:00');
  const shown: string[] = [];

  /** What a worker does when it is woken: the real tick, the real delivery to a chat that only remembers. */
  function worker(owner: string): Work {
    const send = async (parcel: { reply: { title: string } }) => {
      shown.push(parcel.reply.title);
      return {};
    };
    const carriers = [{ name: 'fake', send }];
    const sendAll = async () =>
      void (await deliver({ db, carriers, owner, log: quiet, seal: (reply) => reply as never }));
    const tickAll = async () => {
      await tick(db, { posts: [morning], jobs: [] }, now);
      await sendAll();
    };
    return { tick: tickAll, deliver: sendAll };
  }

  return {
    databaseUrl,
    close,
    worker,
    /** Titles the group has seen, in order. */
    shown,
    at: (instant: string) => {
      now = new Date(instant);
    },
    put: (title: string) =>
      inOrg(db, orgId, (tx) => notifyChat(tx, chatId, { class: 'notice', dedupeKey: title, reply: { title }, now })),
  };
}

/** Waits until something is so; fails after four seconds. */
export async function until(so: () => boolean): Promise<void> {
  for (let tries = 0; tries < 4000 && !so(); tries += 1) await wait(10);
  expect(so()).toBe(true);
}
