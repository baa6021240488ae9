import { expect, test } from 'vitest';
import { readFile } from '../../../src/services/file.service.ts';
import { testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

const prepared = async () => {
  const bot = await testBot();
  for (let at = 1; at <= 9; at += 1) await aProject(bot, { name: `本镇${at}号项目`, unit: '临洺关镇' });
  await aProject(bot, { name: '鲁泰装备项目', unit: '城东街道', row: { stage: '签约', stage_state: 'verified' } });
  return bot;
};

test('the register is the own unit’s, eight a page', async () => {
  const bot = await prepared();
  const first = await bot.says('张三', '台账');
  expect(first.text).toContain('共 9 个');
  expect(first.text).not.toContain('鲁泰');
  expect(first.text).not.toContain('本镇1号');
  const second = await bot.presses(
    '张三',
    first.buttons.find((one) => one.label === '下一页'),
  );
  expect(second.text).toContain('本镇1号');
  expect(second.buttons.map((one) => one.label)).toEqual(['上一页', '导出']);
});

test('a stage narrows it, a pattern sign is only a letter', async () => {
  const bot = await prepared();
  expect((await bot.says('张三', '台账 签约')).text).toContain('没有符合');
  expect((await bot.says('张三', '台账 在谈')).text).toContain('共 9 个');
  expect((await bot.says('张三', '台账 %')).text).toContain('没有符合');
});

test('another unit’s register is not shown to a member', async () => {
  const bot = await prepared();
  expect((await bot.says('张三', '台账 城东街道')).text).not.toContain('鲁泰');
});

test('导出 hands over a workbook that is kept', async () => {
  const bot = await prepared();
  const seen = await bot.says('张三', '台账 导出');
  const part = seen.reply.parts?.find((one) => one.type === 'file');
  expect(seen.text).toContain('共 9 个项目');
  expect(part && (await bot.inOrg((tx) => readFile(tx, part.file.id)))?.name).toBe('项目台账2026-06-10.xlsx');
});

test('staff see all units, and an export is noted with who asked', async () => {
  const bot = await prepared();
  expect((await bot.says('钱七', '台账')).text).toContain('共 10 个');
  expect((await bot.says('钱七', '台账 城东街道')).text).toContain('鲁泰');
  await bot.says('钱七', '台账 导出');
  const noted = await bot.inOrg((tx) =>
    tx.sql
      .selectFrom('audit')
      .select('id')
      .where('command', '=', '台账')
      .where('person_id', '=', bot.people.钱七 ?? 0)
      .execute(),
  );
  expect(noted).toHaveLength(3);
});
