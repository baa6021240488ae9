import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

const filed = async () => {
  const bot = await testBot();
  await aProject(bot, { name: '冀南铸件项目', unit: '临洺关镇', row: { stage: '签约' } });
  await bot.says('张三', '到位 X1 800万 6月5日');
  return bot;
};

test('takes back one’s own last write', async () => {
  const bot = await filed();
  expect((await bot.says('张三', '撤销')).text).toContain('已撤销：到位 L1');
  expect(await bot.inOrg((tx) => tx.sql.selectFrom('entries').selectAll().execute())).toEqual([]);
});

test('not after ten minutes', async () => {
  const bot = await filed();
  bot.at('2026-06-10T10:10:01+08:00');
  expect((await bot.says('张三', '撤销')).text).toContain('没有可以撤销的操作');
});

test('not once others have built on it', async () => {
  const bot = await filed();
  await bot.says('钱七', '核实 L1');
  expect((await bot.says('张三', '撤销')).text).toContain('不能撤销');
});

test('not somebody else’s', async () => {
  const bot = await filed();
  expect((await bot.says('李四', '撤销')).text).toContain('没有可以撤销的操作');
});

test('an updated row gets its former state back, to the cent', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '大项目', unit: '临洺关镇', row: { investment_wan: '99999999.123456' as never } });
  await bot.says('张三', '补充 X1 总投资3亿');
  await bot.says('张三', '撤销');
  expect(await bot.inOrg((tx) => tx.sql.selectFrom('projects').select('investment_wan').execute())).toEqual([
    { investment_wan: '99999999.123456' },
  ]);
});
