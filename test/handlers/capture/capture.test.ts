import { expect, test } from 'vitest';
import { button, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

const LEAD = '录入 河北华辰新能源科技有限公司拟投资12亿元建光伏组件项目，用地200亩，李总13812345678';

test('shows what was understood and writes nothing before 确认', async () => {
  const bot = await testBot();
  const seen = await bot.says('张三', LEAD);
  expect(seen.text).toContain('河北华辰新能源科技有限公司');
  expect(seen.text).toContain('12亿元');
  expect(seen.text).toContain('200亩');
  expect(seen.text).toContain('138****5678');
  expect(seen.buttons.map((one) => one.label)).toEqual(['确认', '修改', '放弃']);
  expect(await bot.inOrg((tx) => tx.sql.selectFrom('projects').select('id').execute())).toEqual([]);
});

test('确认 files the lead once; a second press answers with it', async () => {
  const bot = await testBot();
  const draft = await bot.says('张三', LEAD);
  const first = await bot.presses('张三', button(draft, '确认'));
  expect(first.record).toBe('X1');
  expect(first.text).toContain('已录入 X1');
  const second = await bot.presses('张三', button(draft, '确认'));
  expect(second.text).toContain('X1');
  expect(
    await bot.inOrg((tx) => tx.sql.selectFrom('projects').select(['investment_wan', 'unit_id']).execute()),
  ).toEqual([{ investment_wan: '120000.000000', unit_id: bot.units.临洺关镇 }]);
});

test('nobody else can press 确认', async () => {
  const bot = await testBot();
  const draft = await bot.says('张三', LEAD);
  expect((await bot.presses('赵六', button(draft, '确认'))).text).toContain('没有写入');
});

test('a typed change amends the draft, a typed 确认 files it', async () => {
  const bot = await testBot();
  await bot.says('张三', LEAD);
  expect((await bot.says('张三', '投资15亿')).text).toContain('15亿元');
  expect((await bot.says('张三', '确认')).record).toBe('X1');
});

test('other works with their own sum and land are the next lead, and the open draft stays as it was', async () => {
  const bot = await testBot();
  const said = '刚谈了一家做电机的 台州来的 总投三千二 三十亩';
  await bot.says('张三', '录入 姜粉厂 投六千五 税一百八 地要60 联系人王总13800001234');
  expect((await bot.says('张三', said)).text).toContain('草稿没有改动');
  await bot.says('张三', '录入 姜粉厂 投六千五 税一百八 地要60 联系人王总13800001234', { chat: '私聊' });
  const next = (await bot.says('张三', said, { chat: '私聊' })).text;
  expect(next).toContain('3200万元');
  expect(next).not.toContain('王总');
  expect(next).toContain('上一条“姜粉厂”还在等您确认');
});

test('放弃 leaves nothing behind', async () => {
  const bot = await testBot();
  const draft = await bot.says('张三', LEAD);
  expect((await bot.presses('张三', button(draft, '放弃'))).text).toContain('已放弃');
  expect((await bot.presses('张三', button(draft, '确认'))).text).toContain('已放弃');
});

test('a likely duplicate is shown first, with who reported it', async () => {
  const bot = await testBot();
  const row = {
    investor: '河北华辰新能源科技有限公司',
    investor_key: '华辰新能源科技',
    first_reported_by: bot.people.李四 ?? null,
  };
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row });
  const seen = await bot.says('张三', '录入 河北华辰新能源科技(有限公司) 投资3亿');
  expect(seen.text).toContain('可能重复：X1');
  expect(seen.text).toContain('李四');
  const written = await bot.presses('张三', button(seen, '仍要录入'));
  expect(written.text).toContain('投促中心裁定');
});

test('each following line is a lead of its own', async () => {
  const bot = await testBot();
  const seen = await bot.says('张三', '录入\n天津远洋物流有限公司 投资2亿\n沙河安达玻璃有限公司 投资3亿');
  expect(seen.all).toHaveLength(2);
  expect(seen.text).toContain('天津远洋物流有限公司');
  expect(seen.text).toContain('沙河安达玻璃有限公司');
});

test('a quoted message is captured', async () => {
  const bot = await testBot();
  const seen = await bot.says('张三', '录入', { quote: '天津远洋物流有限公司想来投2亿建仓储' });
  expect(seen.text).toContain('天津远洋物流有限公司');
});

test('撤销 takes the lead back', async () => {
  const bot = await testBot();
  await bot.presses('张三', button(await bot.says('张三', LEAD), '确认'));
  expect((await bot.says('张三', '撤销')).text).toContain('已撤销：录入 X1');
  expect((await bot.says('张三', '查 X1')).text).toContain('没有找到');
});

test('a line that says nothing of a lead is refused, the others stand', async () => {
  const bot = await testBot();
  const seen = await bot.says('张三', '录入\n天津远洋物流有限公司 投资2亿\n这一行什么也没有');
  expect(seen.all.map(({ tone }) => tone)).toEqual(['ask', 'refused']);
  expect(seen.text).toContain('“这一行什么也没有”里没看到');
});

test.each([
  ['an outing', '今天去杭州拜访了阿里云和海康威视'],
  ['nothing at all', '好天气啊'],
])('%s said while a draft waits leaves the draft as it was', async (_, said) => {
  const bot = await testBot();
  await bot.says('张三', LEAD);
  expect((await bot.says('张三', said)).text).toMatch(/草稿.*没有改动/);
  expect((await bot.says('张三', '确认')).text).toContain('投资方：河北华辰新能源科技有限公司');
});

test('a change of the sum ends a range and an approximation', async () => {
  const bot = await testBot();
  expect((await bot.says('张三', '录入 天津远洋物流有限公司 约投资2亿到3亿')).text).toContain('2亿元-3亿元');
  expect((await bot.says('张三', '投资2.2亿')).text).toContain('总投资：2.2亿元\n');
});

test('somebody who may not write about the likely duplicate is not offered to', async () => {
  const bot = await testBot();
  const row = { investor: '河北华辰新能源科技有限公司', investor_key: '华辰新能源科技' };
  await aProject(bot, { name: '华辰光伏组件项目', unit: '城东街道', row });
  const seen = await bot.says('张三', '录入 河北华辰新能源科技有限公司 投资3亿');
  expect(seen.buttons.map((one) => one.label)).toEqual(['仍要录入', '放弃']);
});

test.each([
  ['换成王总 13900001234', '联系人：王总'],
  ['换成投资3亿', '总投资：3亿元'],
])('%s changes the draft', async (said, shown) => {
  const bot = await testBot();
  await bot.says('张三', LEAD);
  expect((await bot.says('张三', said)).text).toContain(shown);
});

test('a boss without a name is no investor; 乡情招商 is 情感招商', async () => {
  const bot = await testBot();
  const { text } = await bot.says('张三', '录入 有个老板想来投个厂，投资1亿，乡情招商');
  expect(text).toContain('没看到：投资方');
  expect(text).toContain('招商方式：情感招商');
});

test('the same project told again without its investor is shown first', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '陶瓷产业园', unit: '临洺关镇' });
  expect((await bot.says('张三', '录入 广东客商拟投5个亿建陶瓷产业园')).text).toContain(
    'X1 陶瓷产业园（项目名称相同）',
  );
});

test.each(['录人', '录入一下', '录入：'])('%s at the head is no part of the firm', async (word) => {
  const bot = await testBot();
  const { text } = await bot.says('张三', `${word} 上海华辰光伏科技有限公司 光伏组件 投资3亿`);
  expect(text).toContain('上海华辰光伏科技有限公司');
});

test('goods that stand alone become a project of whoever invests, works keep their own name', async () => {
  const bot = await testBot();
  expect((await bot.says('张三', '录入 柚之健 蜜柚深加工 8000万 30亩')).text).toContain('柚之健蜜柚深加工项目');
  await bot.says('张三', '放弃');
  expect((await bot.says('张三', '录入 江苏那边一个做轮毂的 想投2亿')).text).toContain('请核对：轮毂项目');
  await bot.says('张三', '放弃');
  expect((await bot.says('张三', '录入 三只羊 直播基地 2000万')).text).toContain('请核对：直播基地');
});
