import { expect, test } from 'vitest';
import { type Amount, decimal } from '../../../src/domain/money/decimal.ts';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

test('shows each fact before and after', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row: { investment_wan: '120000' as never } });
  const { text } = await bot.says('张三', '补充 X1 总投资15亿元，用地300亩');
  expect(text).toContain('总投资：12亿元 → 15亿元');
  expect(text).toContain('用地：300亩');
});

test('nothing new is written when nothing was understood', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  expect((await bot.says('张三', '补充 X1 好的')).text).toContain('没有看到新的内容');
});

test('another unit may not', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  expect((await bot.says('赵六', '补充 X1 用地300亩')).text).toContain('不是您单位的记录');
});

test.each([
  [
    '选址经开区B3地块，首席服务官傅文博，包干领导孙八',
    { site: '经开区B3地块', service_officer: '傅文博', leader: '孙八' },
  ],
  [
    '选址经开区3号地块 首席服务官傅文博 用地80亩',
    { site: '经开区3号地块', service_officer: '傅文博', land_mu: '80.000000' },
  ],
  ['项目名称 华辰二号项目', { name: '华辰二号项目' }],
  ['预计12月底签约，把握七成', { expected_on: '2026-12-31', expected_stage: '签约', likelihood: 70 }],
  ['签约可能性80%', { likelihood: 80 }],
  ['类型 总部回归', { project_type: '总部回归' }],
  ['引荐人李明60%、王强40%', { referrer: '李明60%、王强40%' }],
  ['引荐人：李明（商会会长） 6成，王强 4成', { referrer: '李明（商会会长） 6成，王强 4成' }],
  ['引荐人李明和王强', { referrer: '李明和王强' }],
  ['引荐人李明，联系人王强13900001111', { referrer: '李明' }],
  ['来自浙江的客商', { investor_region: '浙江', origin: 'outside' }],
])('补充 %s', async (words, row) => {
  const bot = await testBot({ settings: { home: '河北 邯郸' } });
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  await bot.says('张三', `补充 X1 ${words}`);
  expect(await bot.inOrg((tx) => tx.sql.selectFrom('projects').selectAll().executeTakeFirst())).toMatchObject({
    investor: null,
    ...row,
  });
});

test('a credit code whose check character is wrong is refused, never taken for a firm', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  expect((await bot.says('张三', '补充 X1 信用代码 91330200MA2AAAAA1X')).text).toContain(
    '信用代码“91330200MA2AAAAA1X”不对',
  );
});

test('a sum said anew ends the range it was', async () => {
  const bot = await testBot();
  const row = {
    investment_wan: decimal<Amount>('20000'),
    investment_max_wan: decimal<Amount>('25000'),
    approximate: true,
  };
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row });
  await bot.says('张三', '补充 X1 总投资2.2亿');
  expect((await bot.says('张三', '查 X1')).text).toContain('总投资：2.2亿元\n');
});

test('what is expected is listed by its day, is due in 我的 once it is near, and is gone when it came true', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  await bot.says('张三', '补充 X1 预计6月12日签约，把握七成');
  expect((await bot.says('张三', '台账 预计')).text).toContain('预计 6月12日前签约（把握 70%）');
  expect((await bot.says('张三', '我的')).text).toContain('预计签约（6月12日）');
  await bot.says('张三', '阶段 X1 签约 3亿 6月9日');
  expect((await bot.says('张三', '台账 预计')).text).toContain('没有项目');
});
