import { expect, test } from 'vitest';
import { button, testBot } from '../../support/bot.ts';
import { aMove } from '../../support/measured.ts';
import { aProject } from '../../support/project.ts';

test('people stand by what they brought: signings of their leads, leads, activities, notes', async () => {
  const bot = await testBot();
  const by = (name: string) => ({ first_reported_by: bot.people[name] ?? null });
  const signed = await aProject(bot, { name: '甲项目', unit: '临洺关镇', row: by('李四') });
  await aProject(bot, { name: '乙项目', unit: '临洺关镇', row: by('张三') });
  await aProject(bot, { name: '丙项目', unit: '城东街道', row: { ...by('赵六'), adjudication: 'refused' } });
  await aMove(bot, signed, { stage: '签约', on: '2026-06-05' });
  await bot.says('张三', '外出 深圳 6月8日 王五带队 拜访 比亚迪公司');
  await bot.says('张三', `进展 X${signed} 对方来电确认用地`);
  const { text } = await bot.says('孙八', '个人榜');
  expect(text).toContain('全部单位个人榜（2026年6月）');
  expect(text).toContain('1 | 李四 | 临洺关镇 | 1 | 1 | 0 | 0 | —');
  expect(text).toContain('2 | 张三 | 临洺关镇 | 0 | 1 | 1 | 1 | —');
  expect(text).toContain('3 | 王五 | 临洺关镇 | 0 | 0 | 1 | 0 | —');
  expect(text).not.toContain('赵六');
  expect((await bot.says('孙八', '个人榜 城东街道')).text).toContain('还没有');
  expect((await bot.says('孙八', '个人榜 5月')).text).toContain('还没有');
});

test('only ten are named; the rest is counted', async () => {
  const bot = await testBot();
  await bot.inOrg(async (tx) => {
    for (let at = 0; at < 12; at += 1) {
      const { id } = await tx.sql
        .insertInto('people')
        .values({ id: 100 + at, name: `员工${at}`, role: 'member', unit_id: bot.units.发改局 ?? null })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx.sql
        .insertInto('activities')
        .values({
          id: 100 + at,
          kind: '走访企业',
          from_on: '2026-06-01',
          to_on: '2026-06-01',
          reported_by: id,
          reported_at: bot.now(),
        } as never)
        .execute();
    }
  });
  const seen = await bot.says('张三', '个人榜');
  expect(seen.text).toContain('另有 2 人，不列名');
  expect((await bot.presses('张三', button(seen, '按期率'))).text).toContain('全部单位任务按期率（2026年6月）：—');
});
