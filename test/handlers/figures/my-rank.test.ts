import { expect, test } from 'vitest';
import { anEntry } from '../../support/measured.ts';
import { aMonth } from '../../support/month.ts';

test('says the place, each item and the smallest step up', async () => {
  const bot = await aMonth();
  const { text } = await bot.says('赵六', '我的排名');
  expect(text).toContain('城东街道：乡镇组第 2（共 2 家）');
  expect(text).toContain('签约金额 | 4.17 | 25.00 | 2');
  expect(text).toMatch(/再签约 \d+ 个亿元项目，可升至第 1|再到位 .+，可升至第 1|再开工 \d+ 个项目，可升至第 1/);
});

test('a person without a unit is asked for one', async () => {
  const bot = await aMonth();
  expect((await bot.says('孙八', '我的排名')).text).toContain('请写上单位名');
  expect((await bot.says('孙八', '解释 临洺关')).text).toContain('临洺关镇：乡镇组第 1');
});

test('has last year beside it as it was reported then and as it is known now', async () => {
  const bot = await aMonth();
  await anEntry(bot, 1, { kind: 'funds', amount: '4500', on: '2025-06-05' });
  expect((await bot.says('赵六', '我的排名')).text).toContain(
    '全部单位到位资金按上年原报同比增长 100.0%，按上年现口径同比增长 100.0%',
  );
});
