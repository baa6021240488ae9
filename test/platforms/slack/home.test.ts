import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Incoming } from '../../../src/commands/incoming.ts';
import { Homes } from '../../../src/platforms/slack/home.ts';
import { type SlackEmulator, slackEmulator } from '../../support/emulators/slack.ts';

/** A line that answers when the test lets it, with a page that says which one it is. */
let emulator: SlackEmulator;
let asked: { readonly incoming: Incoming; answer(repeated?: boolean): void }[] = [];
let now = 0;
let homes: Homes;

beforeAll(async () => {
  emulator = await slackEmulator('xoxb-test');
});
afterAll(() => emulator.close());
beforeEach(() => {
  asked = [];
  now = Date.parse('2026-06-10T10:00:00+08:00');
  const config = { signingSecrets: ['s'], botToken: 'xoxb-test', appToken: null, apiUrl: emulator.apiUrl };
  const dispatch = (incoming: Incoming) =>
    new Promise((resolve) => {
      const page = `第${asked.length + 1}页`;
      asked.push({
        incoming,
        answer: (repeated = false) => resolve({ orgId: 1, replies: [{ title: page }], repeated }),
      });
    });
  homes = new Homes(config, { dispatch, now: () => new Date(now), publicUrl: 'https://zs.example.cn' } as never);
});

const shown = () => JSON.stringify(emulator.views.homes.get('U1')?.blocks ?? null);
const published = () => emulator.calls.filter(({ method }) => method === 'views.publish').length;
const did = (key: string) =>
  homes.refresh({ workspace: 'T1', source: 'message', key, sender: { externalId: 'U1' } } as never);
const answered = async (at: number) => {
  await expect.poll(() => asked.length).toBeGreaterThan(at);
  asked[at]?.answer();
};

test('much at once publishes twice, one after the other: the last page stays', async () => {
  const before = published();
  const opening = homes.open('T1', 'U1', '1.1');
  await Promise.all(['a', 'b', 'c', 'd'].map(did));
  await answered(0);
  await answered(1);
  await opening;
  expect(asked.map(({ incoming }) => incoming.key)).toEqual(['U1/1.1', 'U1/message/d']);
  expect(published()).toBe(before + 2);
  expect(shown()).toContain('第2页');
});

test('only a tab that was opened lately follows what its person does', async () => {
  await did('a');
  expect(asked).toEqual([]);
  const opening = homes.open('T1', 'U1', '1.2');
  await answered(0);
  await opening;
  now += 31 * 60_000;
  await did('b');
  expect(asked.length).toBe(1);
});

test('a copy of the event does not bring an old page back', async () => {
  const before = published();
  const opening = homes.open('T1', 'U1', '1.3');
  await expect.poll(() => asked.length).toBe(1);
  asked[0]?.answer(true);
  await opening;
  expect(published()).toBe(before);
});

test('a page that Slack does not take leaves the next one free', async () => {
  emulator.fail('views.publish', { error: 'internal_error' });
  const failing = homes.open('T1', 'U1', '1.4');
  await answered(0);
  await expect(failing).rejects.toThrow('internal_error');
  const opening = homes.open('T1', 'U1', '1.5');
  await answered(1);
  await opening;
  expect(shown()).toContain('第2页');
});
