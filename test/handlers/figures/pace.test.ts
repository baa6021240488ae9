import { expect, test } from 'vitest';
import { aMonth } from '../../support/month.ts';

test('completion against the schedule, from unrounded values, and what each month that is left takes', async () => {
  const bot = await aMonth();
  const { text } = await bot.says('张三', '进度');
  expect(text).toContain('序时进度 50.0%');
  expect(text).toContain('临洺关镇 | 80.0% | 超 30.0 个百分点 | 285.71万元');
  expect(text).toContain('城东街道 | 10.0% | 欠 40.0 个百分点 | 1285.71万元');
  expect(text).toContain('发改局 | — | — | —');
});

test('of one unit every target stands together: ahead on one, behind on another, quarters, who signed for it', async () => {
  const bot = await aMonth();
  await bot.says('钱七', '目标 临洺关镇 签约数 8个');
  await bot.says('钱七', '目标 临洺关镇 外资 100万美元 季度 10 30 30 30%');
  await bot.says('钱七', '目标 临洺关镇 线索 1个');
  await bot.says('钱七', '军令状 临洺关镇 1月15日');
  const { text } = await bot.says('张三', '进度 临洺关镇');
  expect(text).toContain('临洺关镇目标进度（1—6月累计）：2 项达到序时、2 项欠，序时进度 50.0%');
  expect(text).toContain('到位资金 8000万元/1亿元，80.0%，超 30.0 个百分点；还差 2000万元，余 7 个月每月 285.71万元');
  expect(text).toContain('签约项目数 1个/8个，12.5%，欠 37.5 个百分点；还差 7个，余 7 个月每月 1个');
  expect(text).toContain('新增线索数 1个/1个，100.0%，超 50.0 个百分点；全年任务已完成');
  expect(text).toContain('按季分解，到本季末：实际使用外资应有 40万美元（还没到）');
  expect(text).toContain('军令状：王五 2026年1月15日签订');
  expect((await bot.says('张三', '进度 城东街道')).text).toContain('军令状：还没有签');
});
