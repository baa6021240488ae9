import { expect, test } from 'vitest';
import { insertClosing } from '../../../src/db/entry.repository.ts';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

const signed = async () => {
  const bot = await testBot();
  await aProject(bot, {
    name: '冀南铸件项目',
    unit: '临洺关镇',
    row: { stage: '签约', agreement_wan: '50000' as never },
  });
  return bot;
};

test('without a number it shows what waits', async () => {
  const bot = await signed();
  await bot.says('张三', '到位 X1 800万 6月5日');
  expect((await bot.says('钱七', '核实')).text).toContain('L1 到位资金 800万元，6月5日');
});

test('the reporter cannot verify the own report', async () => {
  const bot = await signed();
  await bot.says('钱七', '到位 X1 800万 6月5日');
  expect((await bot.says('钱七', '核实 L1')).text).toContain('要由另一位同事核实');
  expect((await bot.says('钱七二', '核实 L1')).text).toContain('已核实');
});

test('a second time it answers with what is', async () => {
  const bot = await signed();
  await bot.says('张三', '到位 X1 800万 6月5日');
  await bot.says('钱七', '核实 L1');
  expect((await bot.says('钱七二', '核实 L1')).text).toContain('没有重复写入');
});

test('what comes after its month was closed counts in the next one as 补报', async () => {
  const bot = await signed();
  await bot.says('张三', '到位 X1 800万 5月20日');
  await bot.inOrg((tx) => insertClosing(tx, '2026-05', bot.now(), bot.now()));
  expect((await bot.says('钱七', '核实 L1')).text).toContain('补报');
  const [entry] = await bot.inOrg((tx) => tx.sql.selectFrom('entries').selectAll().execute());
  expect(entry).toMatchObject({ booked_on: '2026-06-01', late: true });
});

test('what comes after the 25th, where months end there, is booked on the first open day', async () => {
  const bot = await signed();
  await bot.says('钱七', '设置 统计截止 25日');
  await bot.says('张三', '到位 X1 800万 5月20日');
  await bot.inOrg((tx) => insertClosing(tx, '2026-05', bot.now(), bot.now()));
  await bot.says('钱七', '核实 L1');
  await bot.says('张三', '到位 X1 700万 5月27日');
  await bot.says('钱七', '核实 L2');
  const entries = await bot.inOrg((tx) => tx.sql.selectFrom('entries').selectAll().orderBy('id').execute());
  expect(entries.map(({ booked_on, late }) => `${booked_on} ${late}`)).toEqual(['2026-05-26 true', '2026-05-27 false']);
});

test('by verification it counts on the day it was verified, never as 补报', async () => {
  const bot = await signed();
  await bot.says('钱七', '设置 入账口径 核实日期');
  await bot.says('张三', '到位 X1 800万 5月20日');
  await bot.inOrg((tx) => insertClosing(tx, '2026-05', bot.now(), bot.now()));
  expect((await bot.says('钱七', '核实 L1')).text).not.toContain('补报');
  const [entry] = await bot.inOrg((tx) => tx.sql.selectFrom('entries').selectAll().execute());
  expect(entry).toMatchObject({ booked_on: '2026-06-10', late: false });
  expect((await bot.says('钱七', '月报')).text).toContain('按核实日期计入当月');
});

test('a member may not', async () => {
  const bot = await signed();
  expect((await bot.says('张三', '核实')).text).toContain('您的角色不能使用');
});
