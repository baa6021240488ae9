import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Connection, type Frame, openConnection } from '../../../src/platforms/wecom/connection.ts';
import { type WecomSocketEmulator, wecomSocketEmulator } from '../../support/emulators/wecom-socket.ts';

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const words = (content: string) => ({ msgtype: 'stream', stream: { id: content, finish: true, content } });
let server: WecomSocketEmulator;
let connection: Connection;
let heard: Frame[];

beforeEach(async () => {
  server = await wecomSocketEmulator('aib1', 'bot-secret');
  heard = [];
  const keys = { botId: 'aib1', secret: 'bot-secret', url: server.url };
  connection = await openConnection(keys, (frame) => heard.push(frame), quiet);
});
afterEach(async () => {
  connection.close();
  await server.close();
});
const asked = () => server.say({ msgid: 'm', chatid: 'wr', from: { userid: 'a' }, msgtype: 'text' });

test.each([
  [846_607, 'limited', 60_000],
  [45_033, 'limited', 5000],
  [846_609, 'unreachable', 0],
  [93_006, 'refused', 0],
] as const)('code %i is %s', async (code, kind, retryAfterMs) => {
  server.fail('aibot_respond_msg', code);
  await expect(connection.ask('aibot_respond_msg', words('a'), asked())).rejects.toMatchObject({
    kind,
    code,
    retryAfterMs,
  });
});

test('frames of one request go one after the other, each with its own acknowledgement', async () => {
  const reqId = asked();
  server.fail('aibot_respond_msg', 40_058);
  const sent = ['a', 'b', 'c'].map((word) => connection.ask('aibot_respond_msg', words(word), reqId));
  const outcomes = (await Promise.allSettled(sent)).map((one) => one.status);
  expect(outcomes).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(server.frames.map((frame) => (frame.body?.stream as { id: string } | undefined)?.id)).toEqual(['b', 'c']);
});

test('after an acknowledgement that did not come, nothing more goes on that request', async () => {
  const reqId = asked();
  server.fail('aibot_respond_msg', 'silence');
  const first = connection.ask('aibot_respond_msg', words('a'), reqId);
  const second = connection.ask('aibot_respond_msg', words('b'), reqId);
  await expect(first).rejects.toMatchObject({ kind: 'unknown' });
  await expect(second).rejects.toMatchObject({ code: 846_605 });
  expect(server.frames).toHaveLength(1);
}, 10_000);

test('what was under way when the wire broke is unknown; what comes after was certainly not sent', async () => {
  server.fail('aibot_respond_msg', 'drop');
  await expect(connection.ask('aibot_respond_msg', words('a'), asked())).rejects.toMatchObject({ kind: 'unknown' });
  expect(await connection.ended).toBe('lost');
  await expect(connection.ask('aibot_send_msg', words('b'))).rejects.toMatchObject({ kind: 'unreachable' });
});

test('a kick is final: it ends the connection and is no message', async () => {
  server.kick();
  expect(await connection.ended).toBe('kicked');
  expect(heard).toEqual([]);
});

test('a wrong secret says its code', async () => {
  const keys = { botId: 'aib1', secret: 'wrong', url: server.url };
  await expect(openConnection(keys, () => {}, quiet)).rejects.toMatchObject({ code: 853_000 });
});
