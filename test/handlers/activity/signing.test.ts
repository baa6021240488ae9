import { expect, test } from 'vitest';
import { decimal } from '../../../src/domain/money/decimal.ts';
import { button, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

test('an event names every project signed there, sums them up and offers to report the others', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '甲', unit: '临洺关镇', row: { stage: '签约', agreement_wan: decimal('30000') } });
  await aProject(bot, { name: '乙', unit: '临洺关镇' });
  const seen = await bot.says('张三', '签约仪式 6月9日 县宾馆 集中签约 X1 X2');
  expect(seen.text).toContain('地点：县宾馆');
  expect(seen.text).toContain('项目：X1、X2');
  expect(seen.text).toContain('现场签约 2 个，协议额 3亿元；1 个还没报签约');
  expect((await bot.presses('张三', button(seen, '报 X2 签约'))).text).toContain('协议金额是多少');
});

test('a project that is not there refuses the event', async () => {
  const bot = await testBot();
  expect((await bot.says('张三', '签约仪式 6月9日 X9')).text).toContain('没有找到项目');
});
