import { beforeEach, expect, test } from 'vitest';
import { loadCommands } from '../../src/commands/load.ts';
import { readField } from '../../src/commands/read-slots.ts';
import { formSlots } from '../../src/commands/run-form.ts';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import type { Field } from '../../src/rendering/form.ts';
import { button, type TestBot, testBot } from '../support/bot.ts';
import { aProject } from '../support/project.ts';

let bot: TestBot;
const loaded = await loadCommands();
const reading = {
  today: date('2026-06-10'),
  calendar: workCalendar(),
  vocabulary: { units: [], people: [], chains: [] },
};

beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row: { stage: '签约', stage_state: 'verified' } });
});

const entries = () => bot.inOrg((tx) => tx.sql.selectFrom('entries').select(['amount', 'occurred_on']).execute());
const shown = (fields: readonly Field[] = []) =>
  Object.fromEntries(fields.flatMap(({ name, value }) => (value ? [[name, value]] : [])));

test('a line that lacks something brings the form of its command, with what it said in the fields', async () => {
  const { reply } = await bot.says('张三', '到位 X1 5000万');
  expect(reply.form).toBeUndefined();
  const asked = await bot.says('张三', '到位 X1');
  expect(asked.text).toContain('还缺：金额');
  expect(asked.reply.form).toMatchObject({ title: '到位', submit: '提交', fields: [] });
  const { reply: opened } = await bot.opens('张三', asked.reply.form);
  expect(shown(opened.form?.fields)).toEqual({ project: 'X1' });
  expect(opened.form?.fields[0]?.shown).toBe('X1 华辰光伏组件项目');
});

test('what is filled in is done by the command itself, once, whatever is sent a second time', async () => {
  const { reply } = await bot.opens('张三', '到位 X1');
  const done = await bot.fills('张三', reply.form, { amount: '5000万', on: '2026-06-08', words: '凭证号 2026-0608' });
  expect(done.text).toContain('已记 L1：到位资金 5000万元');
  expect(done.text).toContain('2026-0608');
  const again = await bot.fills('张三', reply.form, { amount: '6000万' });
  expect(again.text).toContain('这张表已经提交过');
  expect((await entries()).map(({ amount }) => amount)).toEqual(['5000.000000']);
});

test('words that look like a day or a sum stay in their own field', async () => {
  const { reply } = await bot.opens('钱七', '分派');
  const { text } = await bot.fills('钱七', reply.form, {
    assignees: '@城东街道 @李四',
    due: '2026-06-12',
    matter: '报送6月8日会议的5000万元项目材料',
  });
  expect(text).toContain('报送6月8日会议的5000万元项目材料');
  expect(text).toContain('6月12日');
});

test.each([
  ['到位 X1', { amount: '5千克', on: '2026-06-08' }, { amount: '金额“5千克”没看懂' }],
  ['到位 X1', { amount: '-5000万' }, { amount: '负数' }],
  ['到位 X1', { amount: '', on: '2026-02-30' }, { amount: '请填写金额', on: '没有“' }],
  ['到位 X1', { amount: '5000万', on: '2026-07-30' }, { on: '还没到' }],
  ['到位 X1', { amount: '5000万 大概' }, { amount: '没看懂' }],
  ['到位', { project: 'X999', amount: '5000万' }, { project: '没有找到项目' }],
  ['分派', { assignees: '@城东街道', due: '2026-06-01', matter: '报表' }, { due: '已经过去' }],
  ['分派', { assignees: '@没有这个局', due: '2026-06-12', matter: '报表' }, { assignees: '没有叫“没有这个局”' }],
  ['走访', { days: '6月40日', text: '瑞通公司' }, { days: '没有“6月40日”' }],
])('%s: what is wrong is said at its field and nothing is written (%#)', async (line, fields, errors) => {
  const { reply } = await bot.opens('钱七', line);
  const refused = await bot.fills('钱七', reply.form, fields);
  expect(refused.reply.tone).toBe('refused');
  expect(Object.keys(refused.reply.errors ?? {})).toEqual(Object.keys(errors));
  for (const [name, words] of Object.entries(errors)) expect(refused.reply.errors?.[name]).toContain(words);
  expect(await entries()).toEqual([]);
});

test('a refused form may be sent again once it is right', async () => {
  const { reply } = await bot.opens('张三', '到位 X1');
  expect((await bot.fills('张三', reply.form, { amount: '0' })).reply.tone).toBe('refused');
  expect((await bot.fills('张三', reply.form, { amount: '800万' })).text).toContain('已记 L1');
});

test('who may not use the command gets no form, and whose unit it is not cannot send it', async () => {
  expect((await bot.opens('张三', '分派')).text).toContain('您的角色不能使用“分派”');
  const { reply } = await bot.opens('赵六', '到位 X1');
  const refused = await bot.fills('赵六', reply.form, { amount: '5000万' });
  expect(refused.reply.errors?.project).toContain('不是您单位的记录');
  const head = await bot.opens('王五', '分派');
  const other = await bot.fills('王五', head.reply.form, { assignees: '@城东街道', due: '2026-06-12', matter: '报表' });
  expect(other.reply.errors?.assignees).toContain('不是您单位的记录');
});

test('the draft of a lead opens with every field filled; what is changed is written as it stands', async () => {
  const draft = await bot.says(
    '张三',
    '录入 河北华晨新能源科技有限公司拟投资约12亿元建光伏组件项目，用地200亩，就业300人，李总13812345678，以商招商',
  );
  const { reply } = await bot.opens('张三', button(draft, '修改'));
  expect(reply.form?.title).toBe('修改线索');
  expect(shown(reply.form?.fields)).toMatchObject({
    investor: '河北华晨新能源科技有限公司',
    investment: '约12亿元',
    land: '200亩',
    jobs: '300人',
    contactMobile: '13812345678',
    sourceMethod: '以商招商',
  });
  const wrong = await bot.fills('张三', reply.form, { contactMobile: '12345' });
  expect(wrong.reply.errors?.contactMobile).toContain('联系电话“12345”没看懂');
  const done = await bot.fills('张三', reply.form, { investment: '20-25亿元', land: '', contactName: '王总' });
  expect(done.text).toContain('已录入 X2');
  const { text } = await bot.says('张三', '查 X2', { chat: '私聊' });
  for (const fact of ['河北华晨新能源科技有限公司', '20亿元-25亿元', '300 人', '王总', '13812345678'])
    expect(text).toContain(fact);
  expect(text).not.toContain('用地');
});

test('a form that outlives its draft says so', async () => {
  const draft = await bot.says('张三', '录入 天津远洋物流有限公司投资2亿');
  const { reply } = await bot.opens('张三', button(draft, '修改'));
  await bot.presses('张三', button(draft, '确认'));
  expect((await bot.fills('张三', reply.form, { land: '30亩' })).text).toContain('这条线索已经录入（X2）');
  expect((await bot.opens('张三', button(draft, '修改'))).text).toContain('这条线索已经录入（X2）');
  const dropped = await bot.says('张三', '录入 邯郸某某食品有限公司投资1亿');
  const second = await bot.opens('张三', button(dropped, '修改'));
  await bot.presses('张三', button(dropped, '放弃'));
  expect((await bot.fills('张三', second.reply.form, { land: '30亩' })).text).toContain('这条草稿已放弃');
});

test('somebody else cannot open the form of a draft', async () => {
  const draft = await bot.says('张三', '录入 天津远洋物流有限公司投资2亿');
  expect((await bot.opens('李四', button(draft, '修改'))).reply.form).toBeUndefined();
});

test('a new lead: from the fields it is written at once, from a whole sentence alone it is shown first', async () => {
  const { reply } = await bot.opens('张三', '录入');
  expect(reply.form).toMatchObject({ title: '录为线索', submit: '录入' });
  expect((await bot.fills('张三', reply.form, {})).reply.errors?.said).toContain('没有线索内容');
  const done = await bot.fills('张三', reply.form, { investor: '上海贝塔医疗器械有限公司', investment: '1.5亿元' });
  expect(done.text).toContain('已录入 X2');
  const second = await bot.opens('张三', '录入');
  const told = await bot.fills('张三', second.reply.form, { said: '深圳某电子公司想投3.5亿做连接器' });
  expect(told.text).toContain('请核对');
});

test('a quoted message fills the form of a lead; a likely duplicate is asked about before it is written', async () => {
  const quote = '河北华辰新能源科技有限公司想来投资12亿元建光伏组件厂，联系人李总13812345678';
  const { reply } = await bot.opens('张三', '录入', { quote });
  expect(shown(reply.form?.fields)).toMatchObject({ investor: '河北华辰新能源科技有限公司', said: quote });
  expect((await bot.fills('张三', reply.form, {})).text).toContain('已录入 X2');
  const second = await bot.opens('李四', '录入', { quote });
  expect((await bot.fills('李四', second.reply.form, {})).text).toContain('可能重复：X2');
});

test('a project opens with its facts; one that was changed meanwhile is not written over', async () => {
  await bot.says('张三', '补充 X1 总投资15亿元，用地300亩');
  const { reply } = await bot.opens('张三', '补充 X1');
  expect(reply.form?.title).toBe('修改 X1');
  expect(shown(reply.form?.fields)).toMatchObject({ investment: '15亿元', land: '300亩' });
  expect((await bot.fills('张三', reply.form, { land: '' })).reply.errors?.land).toContain('用地不能清空');
  expect((await bot.fills('张三', reply.form, {})).text).toContain('没有看到新的内容');
  const other = await bot.opens('李四', '补充 X1');
  const done = await bot.fills('张三', reply.form, { land: '320亩', jobs: '500人' });
  expect(done.text).toContain('用地：300亩 → 320亩');
  expect((await bot.fills('李四', other.reply.form, { land: '400亩' })).text).toContain('X1 刚被别人改过');
  expect((await bot.opens('赵六', '补充 X1')).reply.form).toBeUndefined();
});

test('修改 without a project asks which, and for what is to be changed', async () => {
  const { reply } = await bot.opens('张三', '补充');
  expect(reply.form?.fields.map(({ name }) => name)).toEqual(['project', 'said']);
  const seen = await bot.fills('张三', reply.form, { project: 'X1', said: '用地310亩' });
  expect(seen.text).toContain('310亩');
});

test('every command has a form that can be drawn', async () => {
  const { reply } = await bot.opens('钱七', '帮助');
  expect(reply.form?.title).toBe('帮助');
});

test('what stands in a field reads as the same again: choices, days, numbers, names, sums', async () => {
  const span = await bot.opens('张三', '外出 北京 6月17-21日 拜访 中冶集团');
  const trip = await bot.fills('张三', span.reply.form, {});
  expect(trip.text).toContain('6月17-21日');
  await bot.says('钱七', '分派 @李四 6月30日 报表');
  const done = await bot.opens('李四', '反馈 R1');
  expect((await bot.fills('李四', done.reply.form, { task: '1', text: '已经写好' })).reply.tone).toBe('ok');
  for (const command of loaded.commands)
    for (const slot of Object.values({ ...command.slots, ...formSlots(command, { project: 'X1' }) }))
      if (slot.kind === 'choice')
        for (const word of new Set(Object.values(slot.words)))
          expect(readField(slot, word, reading), `${command.name} ${word}`).toBe(word);
});

test('what stands in a form is told only to who opens it as a form, never with a message', async () => {
  await bot.says('张三', '补充 X1 引荐人：王建国，用地301亩');
  const asked = await bot.says('张三', '补充 X1');
  expect(JSON.stringify(asked.reply)).not.toContain('301亩');
  const draft = await bot.says('张三', '录入 天津远洋物流有限公司投资2亿，李总13812345678');
  const pressed = await bot.presses('张三', button(draft, '修改'));
  expect(pressed.text).toContain('请直接回复要改的内容');
  expect(JSON.stringify(pressed.reply)).not.toContain('13812345678');
  expect(pressed.reply.form).toBeUndefined();
});

test('a secret project opens to who may know it', async () => {
  await bot.says('王五', '保密 X1 代号 东风');
  expect((await bot.opens('王五', '补充 X1')).reply.form?.fields.length).toBeGreaterThan(10);
  const closed = await bot.opens('张三', '补充 X1');
  expect(closed.reply.form).toBeUndefined();
  expect(closed.text).not.toContain('华辰');
  const funds = await bot.opens('张三', '到位');
  const offered = await bot.choices('张三', { token: funds.reply.form?.token ?? '', field: 'project', words: '' });
  expect(JSON.stringify(offered)).not.toContain('华辰');
  const refused = await bot.fills('张三', funds.reply.form, { project: 'X1', amount: '5000万' });
  expect(refused.reply.errors?.project).toBeDefined();
});

test('what a message says beyond the fields is kept; a field that was emptied stays empty', async () => {
  const quote = '河北华辰新能源科技有限公司想增资扩产，投资2亿元，用地50亩，下一步6月20日来考察';
  const { reply } = await bot.opens('张三', '录入', { quote });
  await bot.fills('张三', reply.form, { land: '' });
  const row = await bot.inOrg((tx) =>
    tx.sql
      .selectFrom('projects')
      .select(['project_type', 'next_step_on', 'land_mu'])
      .where('id', '=', 2)
      .executeTakeFirstOrThrow(),
  );
  expect(row).toMatchObject({ project_type: '增资扩产', next_step_on: '2026-06-20', land_mu: null });
});
