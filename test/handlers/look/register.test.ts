import { expect, test } from 'vitest';
import { button, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

const many = async () => {
  const bot = await testBot();
  for (let made = 1; made <= 10; made += 1) await aProject(bot, { name: `项目${made}`, unit: '临洺关镇' });
  await aProject(bot, { name: '=1+1', unit: '城东街道', row: { stage: '签约', agreement_wan: '5000' as never } });
  return bot;
};

test('a member sees the own unit, page by page', async () => {
  const bot = await many();
  const first = await bot.says('张三', '台账');
  expect(first.text).toContain('临洺关镇：10 个项目');
  expect(first.text).toContain('第 1 页，共 2 页');
  expect((await bot.presses('张三', button(first, '下一页'))).text).toContain('第 2 页');
});

test('staff see all and narrow it by stage', async () => {
  const bot = await many();
  expect((await bot.says('钱七', '台账')).text).toContain('11 个项目');
  expect((await bot.says('钱七', '台账 签约')).text).toContain('1 个项目');
});

test('another unit’s register is not shown, nor one’s own under its name', async () => {
  const bot = await many();
  expect((await bot.says('赵六', '台账 临洺关')).text).toContain('其他单位的台账不给看');
  expect((await bot.says('赵六', '台账 城东街道')).text).toContain('城东街道：');
});

test('导出 hands over a workbook and is written down', async () => {
  const bot = await many();
  const { reply } = await bot.says('钱七', '台账 导出');
  expect(reply.parts?.[0]).toMatchObject({ type: 'file', file: { name: expect.stringMatching(/\.xlsx$/) } });
  const audit = await bot.inOrg((tx) => tx.sql.selectFrom('audit').select('command').execute());
  expect(audit).toEqual([{ command: '台账' }]);
});
