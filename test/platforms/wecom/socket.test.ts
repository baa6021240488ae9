import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { say } from '../../../src/rendering/reply.ts';
import { storeFile } from '../../../src/services/file.service.ts';
import { notifyChat, notifyPeople } from '../../../src/services/notice.service.ts';
import { inOrg, type OrgTx } from '../../../src/services/transaction.ts';
import { testDatabase } from '../../support/database.ts';
import { keyOf, type WecomLine, wecomLine, wordsOf } from '../../support/wecom-line.ts';
import { workbookOf } from '../../support/workbook.ts';

let wecom: WecomLine;
beforeAll(async () => {
  wecom = await wecomLine();
});
afterAll(() => wecom.close());

const within = async <Result>(work: (tx: OrgTx) => Promise<Result>): Promise<Result> => {
  const { db } = await testDatabase();
  return inOrg(db, wecom.line.orgId, work);
};
const says = (body: Readonly<Record<string, unknown>>, many = 1) =>
  wecom.frames(() => void wecom.server.say(body), many);
const toGroup = (dedupeKey: string, reply: object) =>
  within(async (tx) => {
    const group = tx.sql.selectFrom('chats').select('id').where('external_id', '=', 'wrGroup');
    const { id } = await group.executeTakeFirstOrThrow();
    await notifyChat(tx, id, { class: 'post', dedupeKey, reply, now: new Date() });
  });
const quiet = async () => {
  await new Promise((resolve) => setTimeout(resolve, 150));
  await wecom.line.settle();
};
const press = (frame: Parameters<typeof keyOf>[0], label: string, more: object = {}) => ({
  msgid: `p-${Math.random()}`,
  chatid: 'wrGroup',
  chattype: 'group',
  from: { userid: 'ZhangSan' },
  event: {
    eventtype: 'template_card_event',
    template_card_event: {
      card_type: 'button_interaction',
      event_key: keyOf(frame, label),
      task_id: (frame?.body?.template_card as { task_id: string } | undefined)?.task_id ?? '',
    },
  },
  ...more,
});

test('a message acts once, redelivered or not, and is answered on its request', async () => {
  const before = await wecom.line.entries();
  const body = wecom.message('到位 X1 11万 6月5日');
  const [frame, ...others] = await says(body);
  wecom.server.say(body);
  wecom.server.say(body, 'another-request');
  await quiet();
  expect(await wecom.line.entries()).toBe(before + 1);
  expect(others).toEqual([]);
  expect(frame).toMatchObject({ cmd: 'aibot_respond_msg', headers: { req_id: 'cb-1' } });
  expect(wordsOf(frame)).toContain('11万元');
});

test('what is too long for a card is said in full with its buttons on a card behind it; hostile words stay words', async () => {
  const long = `<@all> [点我](http://x) ${'拟建仓储分拣中心'.repeat(20)}`;
  const reply = { title: '督办', parts: [{ type: 'text', text: long }], buttons: [say('签收', '签收 R1')] };
  const [words, card] = await wecom.frames(() => void toGroup('long:1', reply), 2);
  expect(wordsOf(words)).toContain('分拣中心');
  expect(wordsOf(words)).not.toContain('<@all>');
  expect(wordsOf(words)).not.toContain('](http');
  expect(keyOf(card, '签收')).toBeTruthy();
});

test('a press updates its card at once and acts; pressed again it shows what was', async () => {
  const [card] = await says(wecom.message('录入 天津远洋物流有限公司 投资2亿'));
  const body = press(card, '确认');
  const [update] = await wecom.frames(() => void wecom.server.event(body));
  expect(update).toMatchObject({
    cmd: 'aibot_respond_update_msg',
    body: {
      response_type: 'update_template_card',
      template_card: {
        task_id: body.event.template_card_event.task_id,
        main_title: { title: expect.stringMatching(/^已录入 X/) },
      },
    },
  });
  const [again] = await wecom.frames(() => void wecom.server.event({ ...body, msgid: 'pressed-again' }));
  expect(JSON.stringify(again)).toContain('已录入');
});

test('a press whose card cannot be updated any more is answered by a new one', async () => {
  const [card] = await says(wecom.message('录入 衡水丝网制品有限公司 投资2亿'));
  wecom.server.fail('aibot_respond_update_msg', 846_605);
  const [frame] = await wecom.frames(() => void wecom.server.event(press(card, '确认')));
  expect(frame).toMatchObject({ cmd: 'aibot_send_msg', body: { chatid: 'wrGroup', msgtype: 'template_card' } });
  expect(wordsOf(frame)).toContain('已录入');
});

test('a picture that is quoted beside the bot’s name is kept as if it were sent', async () => {
  const quote = { msgtype: 'image', image: wecom.server.file('现场.png', Buffer.from('89504e470d0a1a0a', 'hex')) };
  await says(wecom.message('凭据 X1 现场照片', { quote }));
  const kept = await within((tx) => tx.sql.selectFrom('files').select('name').where('name', '=', '现场.png').execute());
  expect(kept).toHaveLength(1);
});

test('a greeting that comes too late is let go', async () => {
  wecom.server.fail('aibot_respond_welcome_msg', 846_605);
  const event = { msgid: 'e-late', chattype: 'single', from: { userid: 'Other' }, event: { eventtype: 'enter_chat' } };
  const before = wecom.server.frames.length;
  wecom.server.event(event);
  await quiet();
  expect(wecom.server.frames.length).toBe(before);
  expect((await says(wecom.message('帮助 到位'))).length).toBe(1);
});

test('a press that is refused leaves the card alone and says why in the chat', async () => {
  const [card] = await says(wecom.message('录入 沧州管件有限公司 投资2亿'));
  const forged = press(card, '确认');
  forged.event.template_card_event.event_key += 'x';
  const [frame] = await wecom.frames(() => void wecom.server.event(forged));
  expect(frame).toMatchObject({ cmd: 'aibot_send_msg', body: { chatid: 'wrGroup', chat_type: 2 } });
  expect(wordsOf(frame)).toContain('这个按钮无效');
});

test('the button of a finished card does nothing', async () => {
  const before = wecom.server.frames.length;
  const event = { eventtype: 'template_card_event', template_card_event: { event_key: 'noop', task_id: 't' } };
  wecom.server.event({ msgid: 'n-1', chatid: 'wrGroup', chattype: 'group', from: { userid: 'ZhangSan' }, event });
  await quiet();
  expect(wecom.server.frames.length).toBe(before);
});

test('whoever opens the chat is greeted on that event', async () => {
  const event = { msgid: 'e-1', chattype: 'single', from: { userid: 'ZhangSan' }, event: { eventtype: 'enter_chat' } };
  const [frame] = await wecom.frames(() => void wecom.server.event(event));
  expect(frame).toMatchObject({ cmd: 'aibot_respond_welcome_msg', body: { msgtype: 'text' } });
  expect(wordsOf(frame)).toContain('录入');
});

test('a rating and an event of the future are taken without a word', async () => {
  const before = wecom.server.frames.length;
  const from = { userid: 'ZhangSan' };
  wecom.server.event({
    msgid: 'f-1',
    from,
    event: { eventtype: 'feedback_event', feedback_event: { id: 'trace_1', type: 2 } },
  });
  wecom.server.event({ msgid: 'f-2', from, event: { eventtype: 'auth_change_event', auth_list: [] } });
  await quiet();
  expect(wecom.server.frames.length).toBe(before);
});

test('spoken words, a quote, and text between pictures are read like typed ones', async () => {
  const before = await wecom.line.entries();
  await says(wecom.alone({ msgtype: 'voice', voice: { content: '到位 X1 12万 6月5日' } }));
  const picture = { msgtype: 'image', image: wecom.server.file('现场.png', Buffer.from('png')) };
  const text = { msgtype: 'text', text: { content: '@小招 到位 X1 13万 6月6日' } };
  await says(wecom.message('', { msgtype: 'mixed', text: undefined, mixed: { msg_item: [text, picture] } }));
  expect(await wecom.line.entries()).toBe(before + 2);
  const quote = { msgtype: 'text', text: { content: '邯郸紫光轴承有限公司想投3亿元建轴承厂' } };
  const [frame] = await says(wecom.message('录入', { quote }));
  expect(wordsOf(frame)).toContain('紫光轴承');
});

test('a workbook sent to the bot alone is imported', async () => {
  await within((tx) => tx.sql.updateTable('people').set({ role: 'staff' }).where('name', '=', '张三').execute());
  const rows = [
    ['项目名称', '责任单位', '计划总投资（万元）', '阶段', '首报日期'],
    ['长连接导入项目', '临洺关镇', 12000, '在谈', '2026-06-01'],
  ];
  const file = wecom.server.file('项目 台账.xlsx', workbookOf(rows));
  const preview = (await says(wecom.alone({ msgtype: 'file', file }))).at(-1);
  expect(wordsOf(preview)).toContain('新增 1');
  await quiet();
  const card = wecom.server.frames.at(-1);
  await wecom.frames(() => void wecom.server.event(press(card, '确认', { chatid: undefined, chattype: 'single' })));
  const found = await within((tx) => tx.sql.selectFrom('projects').select('name').execute());
  expect(found.map((row) => row.name)).toContain('长连接导入项目');
});

test('a file that is gone, or not what it should be, is asked for again', async () => {
  const file = { url: `${wecom.server.file('a.xlsx', Buffer.from('x')).url}-gone`, aeskey: 'A'.repeat(43) };
  const [gone] = await says(wecom.alone({ msgtype: 'file', file }));
  expect(wordsOf(gone)).toContain('请再发一次');
  const other = { ...wecom.server.file('a.xlsx', Buffer.from('x')), aeskey: 'A'.repeat(43) };
  const [damaged] = await says(wecom.alone({ msgtype: 'file', file: other }));
  expect(wordsOf(damaged)).toContain('请再发一次');
});

test('a video, or speech that was not understood, is answered honestly', async () => {
  const [video] = await says(wecom.alone({ msgtype: 'video', video: { url: 'http://127.0.0.1:9/v' } }));
  expect(wordsOf(video)).toContain('看不了视频');
  const [voice] = await says(wecom.alone({ msgtype: 'voice', voice: { content: '' } }));
  expect(wordsOf(voice)).toContain('看不了这段语音');
});

test.each([
  ['request is too old', 846_605],
  ['stream is unknown', 846_606],
  ['stream is over', 846_608],
])('an answer whose %s goes as a message of its own', async (_, code) => {
  wecom.server.fail('aibot_respond_msg', code);
  const [frame] = await says(wecom.message('帮助 到位'));
  expect(frame).toMatchObject({
    cmd: 'aibot_send_msg',
    body: { chatid: 'wrGroup', chat_type: 2, msgtype: 'markdown' },
  });
});

test('a post without a webhook goes into a group where the bot was spoken to, its file after it', async () => {
  const bytes = Buffer.alloc(700_000, 1);
  const file = await within((tx) => storeFile(tx, { name: '通报.docx', mime: 'application/x', bytes }));
  const reply = { title: '周报', parts: [{ type: 'file', file }] };
  const frames = await wecom.frames(() => void toGroup('weekly:1', reply), 6);
  expect(frames[0]).toMatchObject({ cmd: 'aibot_send_msg', body: { chatid: 'wrGroup', chat_type: 2 } });
  expect(wordsOf(frames[0])).toBe('**周报**');
  expect(frames.at(-1)).toMatchObject({ body: { msgtype: 'file', file: { media_id: 'media-upload-1' } } });
});

test('a person who spoke to the bot is told directly, by the id as WeCom gave it', async () => {
  await says(wecom.alone({ text: { content: '帮助 到位' } }));
  const [frame] = await wecom.frames(async () => {
    await within(async (tx) => {
      const person = await tx.sql
        .selectFrom('people')
        .select('id')
        .where('name', '=', '张三')
        .executeTakeFirstOrThrow();
      await notifyPeople(tx, [person.id], {
        class: 'notice',
        dedupeKey: 'n:1',
        reply: { title: '任务' },
        now: new Date(),
      });
    });
  });
  expect(frame).toMatchObject({ cmd: 'aibot_send_msg', body: { chatid: 'ZhangSan', chat_type: 1 } });
});

test('what only one may see goes to him alone, and the group is told so', async () => {
  await says(wecom.alone({ text: { content: '帮助 到位' } }));
  const [alone, group, ...others] = await says(wecom.message('我的'), 2);
  expect(alone).toMatchObject({ cmd: 'aibot_send_msg', body: { chatid: 'ZhangSan', chat_type: 1 } });
  expect(wordsOf(group)).toContain('已单独发给您');
  expect(others).toEqual([]);
});

test('whom the bot cannot write to alone is told in the group how to get it', async () => {
  wecom.server.fail('aibot_send_msg', 93_006);
  const frames = await says(wecom.message('我的'));
  expect(frames).toHaveLength(1);
  expect(wordsOf(frames[0])).toContain('单聊');
});

test('an answer limited by WeCom waits its time; one that was not acknowledged is not sent twice', async () => {
  wecom.server.fail('aibot_respond_msg', 6000);
  expect(wordsOf((await says(wecom.message('帮助 录入')))[0])).toContain('录入');
  wecom.server.fail('aibot_respond_msg', 'drop');
  const before = wecom.server.frames.length;
  wecom.server.say(wecom.message('帮助 到位'));
  await vi.waitFor(async () => {
    await wecom.line.settle();
    expect(wecom.server.frames.length).toBe(before + 1);
  });
  await vi.waitFor(() => expect(wecom.server.connected).toBe(1));
  await quiet();
  expect(wecom.server.frames.length).toBe(before + 1);
});
