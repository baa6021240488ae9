import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

const filed = async () => {
  const bot = await testBot();
  await aProject(bot, { name: '冀南铸件项目', unit: '临洺关镇', row: { stage: '签约' } });
  await bot.says('张三', '到位 X1 800万 6月5日');
  return bot;
};

test('a verified entry is reversed by staff with a second, negative one', async () => {
  const bot = await filed();
  await bot.says('钱七', '核实 L1');
  expect((await bot.says('张三', '冲销 L1 金额记错')).text).toContain('要由投促中心冲销');
  expect((await bot.says('钱七', '冲销 L1 金额记错')).text).toContain('冲销记录 L2');
  const booked = await bot.inOrg((tx) =>
    tx.sql.selectFrom('entries').select(['amount', 'booked_on']).orderBy('id').execute(),
  );
  expect(booked).toEqual([
    { amount: '800.000000', booked_on: '2026-06-05' },
    { amount: '-800.000000', booked_on: '2026-06-05' },
  ]);
});

test('a second reversal answers with what is', async () => {
  const bot = await filed();
  await bot.says('张三', '冲销 L1 金额记错');
  expect((await bot.says('张三', '冲销 L1 再来')).text).toContain('没有重复写入');
});
