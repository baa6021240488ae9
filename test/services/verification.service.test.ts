import { expect, it } from 'vitest';
import { verificationQueue } from '../../src/services/verification.service.ts';
import { testBot } from '../support/bot.ts';
import { aProject } from '../support/project.ts';

it('what waits for staff comes oldest first, moves and sums together, no more than asked for', async () => {
  const bot = await testBot();
  for (const name of ['甲项目', '乙项目', '丙项目'])
    await aProject(bot, { name, unit: '临洺关镇', row: { stage: '签约' } });
  const saying = ['到位 X1 100万 6月5日', '阶段 X2 落地 6月6日', '到位 X3 300万 6月7日', '阶段 X1 落地 6月8日'];
  for (const [at, line] of saying.entries()) {
    bot.at(`2026-06-10T10:0${at}:00+08:00`);
    await bot.says('张三', line);
  }
  const waiting = async (limit: number) =>
    (await bot.inOrg((tx) => verificationQueue(tx, limit))).map((one) => `${one.kind} X${one.project.id}`);
  expect(await waiting(10)).toEqual(['entry X1', 'move X2', 'entry X3', 'move X1']);
  expect(await waiting(2)).toEqual(['entry X1', 'move X2']);
  await bot.says('钱七', '核实 L1');
  expect(await waiting(10)).toEqual(['move X2', 'entry X3', 'move X1']);
});
