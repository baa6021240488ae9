import { expect, test, vi } from 'vitest';
import { clone } from '../support/database.ts';
import { type WecomSocketEmulator, wecomSocketEmulator } from '../support/emulators/wecom-socket.ts';
import { startProgram } from './program.ts';

const until = (check: () => void, timeout = 20_000) => vi.waitFor(check, { timeout, interval: 10 });

/** Says something and gives the milliseconds until the answer. */
async function answered(server: WecomSocketEmulator, msgid: string): Promise<number> {
  const before = server.frames.length;
  const began = performance.now();
  const from = { userid: 'ZhangSan' };
  server.say({ msgid, chattype: 'single', from, msgtype: 'text', text: { content: '帮助 录入' } });
  await until(() => expect(server.frames.length).toBe(before + 1));
  return performance.now() - began;
}

test('the process that holds the long connection is killed, the other one takes over within seconds', async () => {
  const server = await wecomSocketEmulator('aib1', 'bot-secret');
  const environment = {
    DATABASE_URL: await clone(),
    SECRET_KEY: 'a secret of the tests',
    WECOM_BOT_ID: 'aib1',
    WECOM_BOT_SECRET: 'bot-secret',
    WECOM_BOT_WS_URL: server.url,
  };
  const holder = await startProgram(environment);
  await until(() => expect(server.connected).toBe(1));
  const other = await startProgram(environment);
  try {
    const first = await answered(server, 'm-1');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await holder.kill();
    const began = performance.now();
    await until(() => expect(server.connected).toBe(1));
    const away = performance.now() - began;
    const later = await answered(server, 'm-3');
    if (process.env.DRILL_ROUNDS) console.table({ first, away, later });
    expect(server.kicks, 'nobody was kicked').toBe(0);
    expect(away).toBeLessThan(12_000);
    expect(Math.max(first, later), 'answers do not wait for the poll of the outbox').toBeLessThan(1400);
  } finally {
    expect(await other.stop()).toBe(0);
    await server.close();
  }
}, 90_000);
