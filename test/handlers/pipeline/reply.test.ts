import { beforeEach, expect, test } from 'vitest';
import { button, type TestBot, testBot } from '../../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await bot.says('张三', '录入 天津远洋物流有限公司 投资2亿建仓储，王总13800001234，推荐人：陈建国');
  await bot.says('张三', '确认');
});

test('a referrer hears within a workday, in words ready to send; the next answers follow', async () => {
  expect((await bot.says('张三', '我的')).text).toContain('答复引荐人陈建国（收到，6月11日');
  const owed = await bot.says('张三', '答复 X1');
  expect(owed.text).toContain('陈建国您好！您推荐的“天津远洋物流有限公司”线索已收到，登记编号 X1，由临洺关镇负责对接');
  const next = await bot.presses('张三', button(owed, '已答复'));
  expect(next.text).toContain('已记答复；答复 陈建国（研判，6月15日前）');
  expect((await bot.says('张三', '答复')).text).toContain('已答复 1 次，按时 1 次');
});

test('each later stage is told too, once it is verified', async () => {
  for (const line of ['在谈', '签约 2亿 6月9日']) {
    await bot.says('张三', `阶段 X1 ${line}`);
    await bot.says('钱七', '核实 X1');
  }
  const steps = await bot.inOrg((tx) =>
    tx.sql.selectFrom('referrer_replies').select(['step', 'due_on']).orderBy('id').execute(),
  );
  expect(steps.map(({ step }) => step)).toEqual(['收到', '研判', '结果', '签约']);
});

test('what is late is said so, and other units neither see nor answer', async () => {
  bot.at('2026-06-16T10:00:00+08:00');
  expect((await bot.says('张三', '答复')).text).toContain('已过');
  expect((await bot.says('赵六', '答复')).text).toContain('没有欠的');
  expect((await bot.says('赵六', '答复 X1')).text).toContain('不是您单位');
});

test('a lead without a referrer owes nothing; one named later starts the clock', async () => {
  await bot.says('张三', '录入 沙河安达玻璃有限公司 投资3亿，李总13800001235');
  await bot.says('张三', '确认');
  expect((await bot.says('张三', '答复 X2')).text).toContain('没有登记引荐人');
  await bot.says('张三', '补充 X2 推荐人：赵小军');
  expect((await bot.says('张三', '答复 X2')).text).toContain('赵小军您好');
});
