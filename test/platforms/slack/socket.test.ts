import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { slackWith } from '../../../src/platforms/slack/index.ts';
import { type SlackEmulator, slackEmulator } from '../../support/emulators/slack.ts';
import { type SlackSocketEmulator, slackSocketEmulator } from '../../support/emulators/slack-socket.ts';
import { stateOf } from '../../support/emulators/slack-user.ts';
import { lineHost } from '../../support/line-host.ts';

const TEAM = `TS${Date.now()}`;
const TIMES = { helloMs: 400, retryMs: 30, retryMostMs: 100, refusedMs: 700, livedMs: 50 };
const BOT_TOKEN = 'xoxb-example-token';
let api: SlackEmulator;
let socket: SlackSocketEmulator;
let line: Awaited<ReturnType<typeof lineHost>>;
let failing = 0;

beforeAll(async () => {
  api = await slackEmulator(BOT_TOKEN);
  socket = await slackSocketEmulator('xapp-example', api.apiUrl);
  const environment = { SLACK_APP_TOKEN: 'xapp-example', SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_API_URL: socket.apiUrl };
  line = await lineHost({ platform: 'slack', workspace: TEAM, user: 'U0ZHANG', chat: 'C0WORK' }, (host) =>
    slackWith(
      environment,
      { ...host, accept: (incoming, done) => acceptOrFail(() => host.accept(incoming, done)) },
      TIMES,
    ),
  );
  await line.platform.start({ web: true, works: true });
  await connected();
});
afterAll(async () => {
  await line.platform.stop();
  await line.close();
  await socket.close();
  await api.close();
});

/** The database is away for as many deliveries as the test says. */
const acceptOrFail = async (accept: () => Promise<boolean>): Promise<boolean> => {
  if (failing > 0) {
    failing -= 1;
    throw new Error('database away');
  }
  return accept();
};
const until = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 40_000, interval: 20 });
const connected = () => until(() => expect(socket.connected).toBe(1));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const posts = () => api.calls.filter((call) => call.method === 'chat.postMessage');
const mention = (text: string, ts: string) => ({
  type: 'events_api' as const,
  payload: {
    type: 'event_callback',
    team_id: TEAM,
    event_id: `Ev${ts}`,
    event: { type: 'app_mention', user: 'U0ZHANG', text: `<@U0BOT> ${text}`, ts, channel: 'C0WORK' },
  },
});
const slash = (text: string, trigger_id?: string) => ({
  type: 'slash_commands' as const,
  payload: { command: '/zs', text, user_id: 'U0ZHANG', team_id: TEAM, channel_id: 'C0WORK', trigger_id },
});
const acknowledged = (id: string) => until(() => expect(socket.acks).toContain(id));

test('a mention is acknowledged within a second, acts once however often it comes, and is answered in the channel', async () => {
  const before = await line.entries();
  const answered = posts().length;
  const began = performance.now();
  await acknowledged(socket.deliver(mention('到位 X1 14万 6月5日', '1781056800.000100')));
  expect(performance.now() - began).toBeLessThan(1000);
  await acknowledged(socket.deliver(mention('到位 X1 14万 6月5日', '1781056800.000100')));
  await line.settle();
  expect(await line.entries()).toBe(before + 1);
  expect(posts().length).toBe(answered + 1);
  expect(posts().at(-1)?.body).toMatchObject({ channel: 'C0WORK' });
});

test('slash commands of the same words are each answered; one delivered twice is answered once', async () => {
  const before = posts().length;
  for (const trigger of ['1.a', '1.a', '1.b', undefined, undefined])
    await acknowledged(socket.deliver(slash('帮助 到位', trigger)));
  await line.settle();
  expect(posts().length).toBe(before + 4);
});

test('a button of an answer works', async () => {
  await acknowledged(socket.deliver(mention('录入 天津远洋物流有限公司 投资2亿', '1781056801.000100')));
  await line.settle();
  const blocks = posts().at(-1)?.body.blocks as readonly {
    elements?: readonly { text: { text: string }; value: string }[];
  }[];
  const confirm = blocks.flatMap((block) => block.elements ?? []).find((element) => element.text?.text === '确认');
  const actions = [{ action_id: 'b0', type: 'button', value: confirm?.value, action_ts: '1.6' }];
  const user = { id: 'U0ZHANG', team_id: TEAM };
  const payload = { type: 'block_actions', user, team: { id: TEAM }, channel: { id: 'C0WORK' }, actions };
  await acknowledged(socket.deliver({ type: 'interactive', payload }));
  await line.settle();
  expect(posts().at(-1)?.body.text).toContain('已录入 X2');
});

test('a form is opened, refused at its field and done, as over HTTP', async () => {
  const user = { id: 'U0ZHANG', team_id: TEAM };
  const place = { user, team: { id: TEAM } };
  const deliver = async (payload: Readonly<Record<string, unknown>>) => {
    const id = socket.deliver({ type: 'interactive', payload: { ...place, ...payload } });
    await acknowledged(id);
    return socket.answers.get(id);
  };
  await deliver({ type: 'shortcut', callback_id: 'funds', trigger_id: api.views.trigger(60_000), action_ts: '1.7' });
  const view = api.views.latest;
  if (!view) throw new Error('no view');
  const before = await line.entries();
  const filled = (amount: string) => ({ ...view, state: stateOf(view, { project: 'X1', amount, on: '2026-06-08' }) });
  expect(await deliver({ type: 'view_submission', view: filled('-9万') })).toMatchObject({
    response_action: 'errors',
    errors: { amount: expect.stringContaining('负数') },
  });
  const found = { type: 'block_suggestion', view, block_id: 'project', action_id: 'project', value: 'jnzj' };
  expect(await deliver(found)).toMatchObject({ options: [{ value: 'X1' }] });
  expect(await deliver({ type: 'view_submission', view: filled('9万') })).toEqual({});
  await line.settle();
  expect(await line.entries()).toBe(before + 1);
});

test('a bare command opens its form, as over HTTP', async () => {
  const answered = posts().length;
  const { size } = api.views.modals;
  await acknowledged(socket.deliver(slash('外出', api.views.trigger(60_000))));
  await until(() => expect(api.views.modals.size).toBe(size + 1));
  expect(api.views.latest?.title).toMatchObject({ text: '外出' });
  await line.settle();
  expect(posts().length).toBe(answered);
});

test('what could not be committed is not acknowledged, comes again and then acts', async () => {
  const before = await line.entries();
  failing = 1;
  const id = socket.deliver(mention('到位 X1 15万 6月5日', '1781056802.000100'));
  await until(() => expect(failing).toBe(0));
  await pause(100);
  expect(socket.acks).not.toContain(id);
  socket.redeliver();
  await acknowledged(id);
  await line.settle();
  expect(await line.entries()).toBe(before + 1);
});

test.each(['warning', 'refresh_requested', 'too_many_websockets'] as const)(
  'told to disconnect (%s) it is back at once',
  async (reason) => {
    await pause(100);
    const { opens } = socket;
    socket.refresh(reason);
    await until(() => expect([socket.opens, socket.connected]).toEqual([opens + 1, 1]));
    await acknowledged(socket.deliver(mention('帮助 到位', `17810568${reason.length}.000100`)));
  },
);

test('a cut wire is mended', async () => {
  for (let time = 0; time < 3; time += 1) {
    socket.drop();
    await until(() => expect(socket.connected).toBe(0));
    await connected();
  }
  await acknowledged(socket.deliver(mention('帮助 到位', '1781056900.000100')));
});

test('while Slack is away it tries on, and connects once Slack is back', async () => {
  socket.opensGet('internal_error');
  const { opens } = socket;
  socket.drop();
  await until(() => expect(socket.opens).toBeGreaterThan(opens + 3));
  socket.opensGet(null);
  await connected();
});

test('a refused token is not hammered', async () => {
  socket.opensGet('invalid_auth');
  const { opens } = socket;
  socket.drop();
  await until(() => expect(socket.opens).toBe(opens + 1));
  await pause(250);
  expect(socket.opens).toBe(opens + 1);
  socket.opensGet(null);
  await connected();
});

test('a connection without a hello is given up', async () => {
  socket.opensGet('silence');
  const { opens } = socket;
  socket.drop();
  await until(() => expect(socket.opens).toBeGreaterThan(opens + 1));
  socket.opensGet(null);
  await connected();
});

test('over the socket nothing is taken by HTTP', async () => {
  expect((await fetch(`${line.url}/slack/events`, { method: 'POST', body: '{}' })).status).toBe(404);
});
