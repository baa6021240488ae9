import { expect, test } from 'vitest';
import { aMonth } from '../../support/month.ts';

test('a pasted bulletin gives our rank and the gaps; ours comes from the records where it lacks', async () => {
  const bot = await aMonth();
  expect((await bot.says('张三', '对标')).text).toContain('还没有可以对比的同级数字');
  const pasted = await bot.says('钱七', '对标 1-6月 到位资金（亿元）\n1. 清河县 5.2\n2. 临城县 1.1\n3. 宁晋县 0.4');
  expect(pasted.text).toContain('已存 3 个数；2026年1—6月到位资金第 3（共 4 家）');
  expect(pasted.text).toContain(
    '到位资金 9000万元，第 3/4；比临城县少 2000万元，比宁晋县多 5000万元，比第一的清河县少 4.3亿元',
  );
  await bot.says('钱七', '对标 1-6月 到位资金 试验县1.2亿 宁晋县2亿');
  expect((await bot.says('张三', '外县')).text).toContain('到位资金 1.2亿元，第 3/4；比宁晋县少 8000万元');
  await bot.says('钱七', '对标 1-6月 签约金额 试验县10亿 清河县30亿');
  await bot.says('钱七', '对标 1-6月 签约项目数 试验县2个 清河县3个');
  expect((await bot.says('张三', '对标')).text).toContain('平均项目规模是各地平均的 0.63 倍');
  expect((await bot.says('钱七', '撤销')).text).toContain('撤销');
});

test('the weekly and monthly posts carry it; members may not enter figures', async () => {
  const bot = await aMonth();
  expect((await bot.says('张三', '对标 1-5月 到位资金 清河县5亿 临城县1亿')).text).toContain('您的角色不能使用');
  expect((await bot.says('钱七', '对标 到位资金 清河县5 临城县1')).text).toContain('没有写单位');
  await bot.says('钱七', '对标 1-5月 到位资金 清河县5亿 试验县1亿');
  expect((await bot.says('钱七', '周报')).text).toContain('同级对比（2026年1—5月）');
  expect((await bot.says('钱七', '月报')).text).toContain('到位资金 1亿元，第 2/2；比清河县少 4亿元');
});
