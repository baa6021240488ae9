import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { wecomLine } from '../support/wecom-line.ts';

const MESSAGES = 1000;

test('a thousand messages over the long connection, a tenth of them twice, a twentieth of the answers lost', async () => {
  const wecom = await wecomLine();
  const { server, line } = wecom;
  const before = await line.entries();
  const connected = async () => {
    while (server.connected === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  const began = performance.now();
  for (let at = 1; at <= MESSAGES; at += 1) {
    await connected();
    const body = wecom.message(`到位 X1 ${at}万 6月5日`);
    if (at % 20 === 0) server.fail('aibot_respond_msg', 'drop');
    const answered = server.frames.length;
    server.say(body);
    if (at % 10 === 0) server.say(body);
    while (server.frames.length === answered) {
      await line.settle();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
  const seconds = (performance.now() - began) / 1000;
  await line.settle();
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::integer as count from outbox where org_id = ${line.orgId} group by state`.execute(line.db);
  const states = Object.fromEntries(rows.map((row) => [row.state, row.count]));
  console.table({ seconds, entries: (await line.entries()) - before, answers: server.frames.length, ...states });
  expect((await line.entries()) - before).toBe(MESSAGES);
  expect(server.frames.length, 'each answered once').toBe(MESSAGES);
  expect(states).toEqual({ sent: MESSAGES - MESSAGES / 20, dropped: MESSAGES / 20 });
  expect(server.kicks).toBe(0);
  await wecom.close();
}, 600_000);
