import { expect, test } from 'vitest';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

test('台账 汇总 grades every unit by how far its projects have come', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '甲', unit: '临洺关镇', row: { stage: '投产' } });
  await aProject(bot, { name: '乙', unit: '临洺关镇', row: { stage: '签约' } });
  await aProject(bot, { name: '丙', unit: '城东街道', row: { stage: '落地' } });
  await aProject(bot, { name: '丁', unit: '经济开发区', row: { stage: '流失' } });
  const { text } = await bot.says('钱七', '台账 汇总');
  expect(text).toContain('有投产（1）：临洺关镇');
  expect(text).toContain('有签约、没有开工（1）：城东街道');
  expect(text).toMatch(/没有项目（3）：经济开发区、/);
  expect(text).toContain('临洺关镇 | 1 | 0 | 1');
});
