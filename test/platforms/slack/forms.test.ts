import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { insertRecord } from '../../../src/db/change.ts';
import { insertIdentity } from '../../../src/db/identity.repository.ts';
import slack from '../../../src/platforms/slack/index.ts';
import { formView } from '../../../src/platforms/slack/view.ts';
import { inOrg } from '../../../src/services/transaction.ts';
import { type SlackEmulator, signed, slackEmulator } from '../../support/emulators/slack.ts';
import {
  globalShortcut,
  homeOpened,
  interaction,
  messageShortcut,
  press,
  slash,
  submission,
  suggestion,
} from '../../support/emulators/slack-user.ts';
import { viewFaults } from '../../support/emulators/slack-view-faults.ts';
import type { KeptView } from '../../support/emulators/slack-views.ts';
import { lineHost } from '../../support/line-host.ts';

const SECRET = 'example-signing-secret';
const ZHANG = { id: 'U0ZHANG', team: `TF${Date.now()}` };
/** Of the centre: may give tasks. */
const OFFICER = { id: 'U0QIAN', team: ZHANG.team };
/** How long the line takes beside its work. */
let slowMs = 0;
let emulator: SlackEmulator;
let line: Awaited<ReturnType<typeof lineHost>>;

beforeAll(async () => {
  emulator = await slackEmulator('xoxb-test');
  const environment = { SLACK_SIGNING_SECRET: SECRET, SLACK_BOT_TOKEN: 'xoxb-test', SLACK_API_URL: emulator.apiUrl };
  line = await lineHost({ platform: 'slack', workspace: ZHANG.team, user: ZHANG.id, chat: 'C0WORK' }, (host) =>
    slack(environment, { ...host, dispatch: (incoming) => pause(slowMs).then(() => host.dispatch(incoming)) }),
  );
  await inOrg(line.db, line.orgId, async (tx) => {
    const { id: personId } = await insertRecord(tx, 'people', { name: '钱七', role: 'staff', unit_id: null });
    const place = { platform: 'slack', workspace: OFFICER.team, externalId: OFFICER.id };
    await insertIdentity(tx, { ...place, personId, state: 'approved', askedAt: new Date(), approvedBy: null });
  });
});
afterAll(async () => {
  await line.close();
  await emulator.close();
});

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const until = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 40_000, interval: 20 });
const send = (init: RequestInit) => fetch(`${line.url}/slack/events`, init);
const sends = async ([body, type]: readonly [string, string]) => {
  const response = await send(signed(SECRET, body, type));
  expect(response.status).toBe(200);
  const text = await response.text();
  return text ? (JSON.parse(text) as Record<string, unknown>) : null;
};
let stamps = 0;
const stamp = () => {
  stamps += 1;
  return `1781056900.${String(stamps).padStart(6, '0')}`;
};
/** Good for longer than Slack's three seconds, so that a busy machine is no matter. */
const trigger = () => emulator.views.trigger(60_000);
const calls = (method: string) => emulator.calls.filter((call) => call.method === method);
const posts = () => calls('chat.postMessage');
const latest = (): KeptView => {
  const view = emulator.views.latest;
  if (!view) throw new Error('no view');
  return view;
};
const element = (view: KeptView, name: string) =>
  view.blocks.find((block) => block.block_id === name)?.element as Record<string, unknown> | undefined;
const saidBy = (view: KeptView): string => JSON.stringify(view.blocks);
const shortcut = (callback: string) => sends(globalShortcut(ZHANG, callback, trigger(), stamp()));

interface Drawn {
  readonly type: string;
  readonly elements?: readonly {
    readonly action_id: string;
    readonly value: string;
    readonly text: { text: string };
  }[];
}
const buttonOf = (body: Readonly<Record<string, unknown>>, label: string) =>
  (body.blocks as readonly Drawn[])
    .flatMap((block) => (block.type === 'actions' ? (block.elements ?? []) : []))
    .find((one) => one.text.text === label);
const mention = (text: string) =>
  sends([
    JSON.stringify({
      type: 'event_callback',
      team_id: ZHANG.team,
      event_id: `Ev${stamp()}`,
      event: { type: 'app_mention', user: ZHANG.id, text: `<@U0BOT> ${text}`, ts: stamp(), channel: 'C0WORK' },
    }),
    'application/json',
  ]);
/** Says something in the group, settles, and gives the message that answers with its place in Slack. */
const answerTo = async (text: string) => {
  await mention(text);
  await line.settle();
  const at = emulator.calls.findLastIndex(({ method }) => method === 'chat.postMessage');
  const body = emulator.calls[at]?.body ?? {};
  return { ts: `1781056800.${String(at).padStart(6, '0')}`, text: String(body.text), blocks: body.blocks as never };
};
const pressAt = (message: { ts: string; text: string; blocks: never }, label: string, more = {}) => {
  const button = buttonOf(message, label);
  if (!button) throw new Error(`no button ${label}`);
  const where = { channel: { id: 'C0WORK' }, message, trigger_id: trigger(), ...more };
  return sends(press(ZHANG, { action_id: button.action_id, value: button.value }, where, stamp()));
};

test('a global shortcut opens the form of a lead; what is filled in is recorded and said to the person', async () => {
  await shortcut('lead');
  expect(latest()).toMatchObject({ type: 'modal', callback_id: 'form', title: { text: '录为线索' } });
  expect(latest().blocks.map((block) => block.block_id)).toContain('contactMobile');
  expect(
    await sends(submission(ZHANG, latest(), { investor: '上海贝塔医疗有限公司', investment: '1.5亿元' })),
  ).toBeNull();
  await line.settle();
  expect(posts().at(-1)?.body).toMatchObject({ channel: 'DU0ZHANG', text: expect.stringContaining('已录入 X2') });
});

test('what is wrong is said at its field, the modal stays, and nothing is written', async () => {
  await shortcut('funds');
  const before = await line.entries();
  const answered = posts().length;
  const wrong = await sends(submission(ZHANG, latest(), { project: 'X1', amount: '-5000万', on: '2026-02-30' }));
  expect(wrong).toMatchObject({
    response_action: 'errors',
    errors: { amount: expect.stringContaining('负数'), on: expect.stringContaining('没有') },
  });
  const future = await sends(submission(ZHANG, latest(), { project: 'X1', amount: '5000万', on: '2026-07-30' }));
  expect(future).toMatchObject({ response_action: 'errors', errors: { on: expect.stringContaining('还没到') } });
  await line.settle();
  expect(await line.entries()).toBe(before);
  expect(posts().length).toBe(answered);
  expect(await sends(submission(ZHANG, latest(), { project: 'X1', amount: '5000万', on: '2026-06-08' }))).toBeNull();
  await line.settle();
  expect(await line.entries()).toBe(before + 1);
});

test('sent twice, sent again with other words, and replayed, it acts once', async () => {
  await shortcut('funds');
  const before = await line.entries();
  const answered = posts().length;
  const view = latest();
  const same = submission(ZHANG, view, { project: 'X1', amount: '21万', on: '2026-06-08' });
  await Promise.all([sends(same), sends(same)]);
  await sends(same);
  await line.settle();
  expect(posts().length).toBe(answered + 1);
  await sends(submission(ZHANG, view, { project: 'X1', amount: '22万', on: '2026-06-08' }));
  await line.settle();
  expect(await line.entries()).toBe(before + 1);
  expect(posts().at(-1)?.body.text).toContain('这张表已经提交过');
});

test('修改 opens the draft with its facts; the card loses its buttons once it is recorded', async () => {
  const card = await answerTo('录入 天津远洋物流有限公司 投资2亿元 建冷链物流园，用地80亩');
  await pressAt(card, '修改');
  expect(element(latest(), 'investor')).toMatchObject({ initial_value: '天津远洋物流有限公司' });
  expect(element(latest(), 'land')).toMatchObject({ initial_value: '80亩' });
  const updates = calls('chat.update').length;
  await sends(submission(ZHANG, latest(), { land: '90亩', investment: '约3亿元' }));
  await line.settle();
  expect(posts().at(-1)?.body).toMatchObject({ channel: 'C0WORK', text: expect.stringContaining('90亩') });
  await until(() => expect(calls('chat.update').length).toBe(updates + 1));
  const update = calls('chat.update').at(-1)?.body ?? {};
  expect(update).toMatchObject({ channel: 'C0WORK', ts: card.ts });
  for (const label of ['确认', '修改', '放弃']) expect(buttonOf(update, label)).toBeUndefined();
  expect(JSON.stringify(update.blocks)).toContain('已点“修改”');
});

test('a modal that outlives its record says so', async () => {
  const card = await answerTo('录入 石家庄某某食品有限公司 投资1亿元');
  await pressAt(card, '修改');
  const view = latest();
  await pressAt(card, '放弃');
  await line.settle();
  const answer = await sends(submission(ZHANG, view, { land: '10亩' }));
  expect(answer).toMatchObject({ response_action: 'update', view: { callback_id: 'notice' } });
  expect(JSON.stringify(answer)).toContain('这条草稿已放弃');
  await pressAt(card, '修改');
  expect(saidBy(latest())).toContain('这条草稿已放弃');
});

test('after a press that does something its button is replaced by who pressed it; one that was refused stays', async () => {
  const card = await answerTo('录入 保定某某机械有限公司 投资6000万元');
  const updates = calls('chat.update').length;
  await pressAt(card, '确认');
  await line.settle();
  await until(() => expect(calls('chat.update').length).toBe(updates + 1));
  expect(JSON.stringify(calls('chat.update').at(-1)?.body.blocks)).toContain('已点“确认”');
  const url = emulator.responseUrl();
  const second = await answerTo('录入 衡水某某橡胶有限公司 投资7000万元');
  await pressAt(second, '放弃', { container: { is_ephemeral: true }, response_url: url });
  await until(() => expect(calls('response_url').some(({ body }) => body.replace_original === true)).toBe(true));
  const forged = press(ZHANG, { action_id: 'press.0', value: 'nonsense' }, { channel: { id: 'C0WORK' } }, stamp());
  const then = calls('chat.update').length;
  await sends(forged);
  await line.settle();
  expect(calls('chat.update').length).toBe(then);
});

test('the shortcut on a message opens a form that the message fills; what comes of it is said in its channel', async () => {
  const text = '沧州某某管道有限公司想来投资3亿元建管道厂，联系人刘总13812340000';
  await sends(messageShortcut(ZHANG, 'capture', { text, ts: stamp(), channel: 'C0WORK', trigger: trigger() }));
  expect(element(latest(), 'investor')).toMatchObject({ initial_value: '沧州某某管道有限公司' });
  expect(element(latest(), 'contactMobile')).toMatchObject({ initial_value: '13812340000' });
  expect(element(latest(), 'said')).toMatchObject({ initial_value: text });
  await sends(submission(ZHANG, latest()));
  await line.settle();
  expect(posts().at(-1)?.body).toMatchObject({ channel: 'C0WORK', text: expect.stringContaining('已录入') });
});

test('a message too long for a field is read as words', async () => {
  const answered = posts().length;
  const text = `唐山某某钢铁有限公司想来投资5亿元。${'情况介绍，'.repeat(700)}`;
  await sends(messageShortcut(ZHANG, 'capture', { text, ts: stamp(), channel: 'C0WORK', trigger: trigger() }));
  await line.settle();
  expect(posts().length).toBeGreaterThan(answered);
});

test('lists find units, people and projects by name, pinyin, initials, sound and with a wrong character', async () => {
  await shortcut('funds');
  const find = async (field: string, words: string) => {
    const found = (await sends(suggestion(ZHANG, latest(), field, words))) as { options: { value: string }[] } | null;
    return found?.options.map(({ value }) => value);
  };
  for (const words of ['', 'X1', '1', '铸件', 'jinanzhujian', 'jnzj', '冀南柱件', '冀南铸品项目'])
    expect(await find('project', words), words).toContain('X1');
  expect(await find('project', '完全没有')).toEqual([]);
  expect(await find('amount', '5')).toEqual([]);
});

test('a replayed press opens one modal; a trigger that is too old is said', async () => {
  const card = await answerTo('录入 邢台某某玻璃有限公司 投资8000万元');
  const button = buttonOf(card, '修改');
  const opened = calls('views.open').length;
  const where = { channel: { id: 'C0WORK' }, message: card, trigger_id: trigger() };
  const pressed = press(ZHANG, { action_id: String(button?.action_id), value: String(button?.value) }, where, stamp());
  await sends(pressed);
  await sends(pressed);
  expect(calls('views.open').length).toBe(opened + 1);
  const stale = { ...where, trigger_id: emulator.views.trigger(-1) };
  await sends(press(ZHANG, { action_id: String(button?.action_id), value: String(button?.value) }, stale, stamp()));
  expect(calls('chat.postEphemeral').at(-1)?.body.text).toContain('请再点一次');
});

test('while the line is slow the modal opens empty and is filled; a late answer is not lost', async () => {
  onTestFinished(() => {
    slowMs = 0;
  });
  slowMs = 1800;
  await shortcut('funds');
  expect(JSON.stringify(calls('views.open').at(-1)?.body.view)).toContain('正在打开');
  await until(() => expect(latest().callback_id).toBe('form'));
  slowMs = 2800;
  const refused = await sends(submission(ZHANG, latest(), { project: 'X1', amount: '0' }));
  expect(JSON.stringify(refused)).toContain('正在办理');
  await until(() => expect(saidBy(latest())).toContain('“0”没看懂'));
});

test('the home tab shows today, tasks, projects and places, and follows what its person does', async () => {
  await sends(homeOpened(ZHANG, stamp()));
  const home = () => JSON.stringify(emulator.views.homes.get(ZHANG.id)?.blocks ?? '');
  await until(() => expect(home()).toContain('我的项目'));
  for (const head of ['今天', '我的任务', '排名', '冀南铸件项目']) expect(home()).toContain(head);
  const before = emulator.views.homes.get(ZHANG.id)?.hash;
  await mention('补充 X1 用地35亩');
  await line.settle();
  await until(() => expect(emulator.views.homes.get(ZHANG.id)?.hash).not.toBe(before));
  const lead = buttonOf({ blocks: emulator.views.homes.get(ZHANG.id)?.blocks }, '记线索');
  const view = { id: 'HU0ZHANG', type: 'home' };
  const where = { view, trigger_id: trigger() };
  await sends(press(ZHANG, { action_id: String(lead?.action_id), value: String(lead?.value) }, where, stamp()));
  expect(latest().title).toMatchObject({ text: '录为线索' });
});

test('the home tab redelivered, and of somebody unknown, does no harm', async () => {
  const at = stamp();
  await sends(homeOpened(ZHANG, at));
  await sends(homeOpened(ZHANG, at));
  await sends(homeOpened({ ...ZHANG, id: 'U0NOBODY' }, stamp()));
  await until(() => expect(JSON.stringify(emulator.views.homes.get('U0NOBODY')?.blocks)).toContain('还不认识您'));
});

test.each([
  { type: 'view_submission', view: { id: 'V1' } },
  { type: 'view_submission', view: { id: 'V1', callback_id: 'form', state: { values: { a: null } } } },
  { type: 'view_submission', view: 3 },
  { type: 'block_suggestion', view: { id: 'V1', callback_id: 'form' } },
])('a view that is not what Slack sends is refused (%#)', async (payload) => {
  const [body, type] = interaction({ ...payload, user: { id: ZHANG.id }, team: { id: ZHANG.team } });
  expect((await send(signed(SECRET, body, type))).status).toBe(400);
});

test.each([
  { type: 'view_submission', view: { id: 'V1', callback_id: 'of another app' } },
  { type: 'shortcut', callback_id: 'of another app', trigger_id: '1' },
  { type: 'message_action', callback_id: 'of another app', trigger_id: '1', message: { ts: '1', text: '好' } },
  { type: 'view_closed', view: { id: 'V1', callback_id: 'form' } },
])('what is whole and not for us is acknowledged at once (%#)', async (payload) => {
  expect(await sends(interaction({ ...payload, user: { id: ZHANG.id }, team: { id: ZHANG.team } }))).toBeNull();
});

test('a form of another key does nothing', async () => {
  await shortcut('funds');
  const before = await line.entries();
  const forged = { ...latest(), private_metadata: JSON.stringify({ token: 'forged' }) };
  const answer = await sends(submission(ZHANG, forged, { project: 'X1', amount: '5000万' }));
  expect(JSON.stringify(answer)).toContain('这个按钮无效');
  expect(await sends(submission(ZHANG, { ...latest(), private_metadata: '{' }, {}))).toBeNull();
  expect(await line.entries()).toBe(before);
});

test('an answer in a channel without the bot goes to the person', async () => {
  emulator.fail('chat.postMessage', { error: 'not_in_channel' });
  await mention('帮助 到位');
  await line.settle();
  expect(posts().at(-1)?.body).toMatchObject({ channel: 'DU0ZHANG', text: expect.stringContaining('到位') });
});

test.each([
  ['到位', '到位', ['project', 'amount']],
  ['分派', '分派', ['assignees', 'due']],
  ['录入', '录为线索', ['investor', 'said']],
  ['修改 X1', '修改 X1', ['investor', 'land']],
  ['外出', '外出', ['days', 'text']],
])('/zs %s opens its form at once, and says nothing', async (text, title, fields) => {
  const answered = emulator.calls.length;
  const request = slash(OFFICER, text, { trigger_id: trigger() });
  await Promise.all([sends(request), sends(request)]);
  await line.settle();
  await until(() => expect(latest().title).toMatchObject({ text: title }));
  const names = latest().blocks.map((block) => block.block_id);
  expect(names).toEqual(expect.arrayContaining(fields));
  const made = emulator.calls.slice(answered).map(({ method }) => method);
  expect(made.filter((method) => method !== 'views.publish')).toEqual(['views.open']);
});

test('/zs with part of what is needed opens the form with that part; what was filled in is done and said in the channel', async () => {
  const before = await line.entries();
  await sends(slash(ZHANG, '到位 X1 6月5日', { trigger_id: trigger() }));
  await until(() => expect(element(latest(), 'project')).toMatchObject({ initial_option: { value: 'X1' } }));
  expect(element(latest(), 'on')).toMatchObject({ initial_date: '2026-06-05' });
  await sends(submission(ZHANG, latest(), { amount: '77万' }));
  await line.settle();
  expect(await line.entries()).toBe(before + 1);
  expect(posts().at(-1)?.body).toMatchObject({ channel: 'C0WORK', text: expect.stringContaining('77万元') });
});

test('/zs whose trigger is over asks in words, with a button that opens the form', async () => {
  const opened = emulator.views.modals.size;
  await sends(slash(ZHANG, '外出', { trigger_id: emulator.views.trigger(-1) }));
  await line.settle();
  await until(async () => {
    await line.settle();
    expect(posts().at(-1)?.body.text).toContain('还缺：日期');
  });
  expect(emulator.views.modals.size).toBe(opened);
  expect(buttonOf(posts().at(-1)?.body ?? {}, '填表')).toBeDefined();
});

test.each([
  ['分派', '没有'],
  ['排行', '排行榜'],
  ['帮助', '小招能帮您'],
  ['到位 X1 0元 6月5日', '没'],
])('/zs %s that lacks nothing, or is not allowed, is answered in words', async (text, said) => {
  const opened = emulator.views.modals.size;
  await sends(slash(ZHANG, text, { trigger_id: trigger() }));
  await line.settle();
  await until(() => expect(posts().at(-1)?.body.text).toContain(said));
  expect(emulator.views.modals.size).toBe(opened);
});

test('bare, a command asks with a button that opens its form', async () => {
  const asked = await answerTo('到位 X1');
  await pressAt(asked, '填表');
  expect(latest().title).toMatchObject({ text: '到位' });
  expect(element(latest(), 'project')).toMatchObject({ initial_option: { value: 'X1' } });
});

test('every command, asked by who may do everything, has a form that Slack takes', async () => {
  await inOrg(line.db, line.orgId, (tx) => tx.sql.updateTable('people').set({ role: 'admin' }).execute());
  for (const command of line.host.book.commands) {
    const { replies } = await line.host.dispatch({
      platform: 'slack',
      workspace: ZHANG.team,
      source: 'test',
      key: `form of ${command.name}`,
      chat: { externalId: 'C0WORK', kind: 'group' },
      sender: { externalId: ZHANG.id },
      text: `${command.name}${command.name === '补充' ? ' X1' : ''}`,
      asForm: true,
      answer: 'return',
    });
    const form = replies[0]?.form;
    expect(form, command.name).toBeDefined();
    if (form && form.fields.length > 0) expect(viewFaults(formView(form, {})), command.name).toEqual([]);
  }
});
