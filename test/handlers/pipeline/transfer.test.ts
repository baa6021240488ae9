import { beforeEach, expect, test } from 'vitest';
import { unitFacts } from '../../../src/db/facts.repository.ts';
import { moveShare, shareWholly } from '../../../src/db/project-history.repository.ts';
import { breaches } from '../../../src/db/verify.repository.ts';
import { date } from '../../../src/domain/calendar/date.ts';
import { type Seen, type TestBot, testBot } from '../../support/bot.ts';
import { buttonTold } from '../../support/outbox.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, {
    name: '华辰光伏组件项目',
    unit: '临洺关镇',
    row: { stage: '签约', agreement_wan: '100000' as never },
  });
  await bot.inOrg((tx) => shareWholly(tx, 1, bot.units.临洺关镇 ?? 0, date('2026-01-01')));
});

/** Presses what somebody was told, in one's own name. */
const pressed = async (who: string, label: string, told = who): Promise<Seen> =>
  bot.presses(who, await buttonTold(bot, told, label), { chat: '私聊' });

const state = () =>
  bot.inOrg((tx) => tx.sql.selectFrom('transfers').select(['state', 'from_share']).executeTakeFirst());

test('both sides and staff agree, and from then on every figure is split', async () => {
  const asked = await bot.says('张三', '流转 X1 城东街道 40:60 本镇没有工业用地');
  expect(asked.text).toContain('转出：临洺关镇 40.0%');
  expect(await state()).toMatchObject({ state: 'proposed' });
  expect((await pressed('赵六', '同意接收')).text).toContain('流转待投促中心确认');
  expect((await pressed('钱七', '确认流转')).text).toContain('已流转');
  await bot.says('赵六', '到位 X1 1000万 6月10日');
  await bot.says('钱七', '核实 L1');
  const figures = await bot.inOrg((tx) =>
    unitFacts(tx, { from: date('2026-06-01'), to: date('2026-06-30'), cutOff: new Date('2026-07-01T00:00:00Z') }),
  );
  expect(figures.get(bot.units.临洺关镇 ?? 0)?.funds).toBe('400');
  expect(figures.get(bot.units.城东街道 ?? 0)?.funds).toBe('600');
});

test('nothing changes before the other unit and staff have agreed, and nobody may agree for them', async () => {
  await bot.says('张三', '流转 X1 城东街道 40:60');
  expect((await pressed('张三', '同意接收', '赵六')).text).toContain('不是您单位');
  expect((await bot.says('张三', '流转 X1 发改局 50:50')).text).toContain('已经有一个流转申请在办');
  await pressed('赵六', '同意接收');
  expect((await pressed('赵六', '确认流转', '钱七')).reply.tone).toBe('refused');
  expect((await pressed('钱七', '不同意')).text).toContain('流转没有成');
  expect((await bot.inOrg((tx) => tx.sql.selectFrom('projects').select('unit_id').executeTakeFirst()))?.unit_id).toBe(
    bot.units.临洺关镇,
  );
});

test.each([
  ['流转 X1 城东街道 很多', '没看到分成比例'],
  ['流转 X1 临洺关镇 40:60', '就是现在的责任单位'],
  ['流转 X1 城东街道', '还缺：分成比例'],
])('%s', async (said, shown) => {
  expect((await bot.says('张三', said)).text).toContain(shown);
});

test('a shared project handed over keeps the share of the other unit', async () => {
  await bot.says('张三', '流转 X1 城东街道 40:60');
  await pressed('赵六', '同意接收');
  await pressed('钱七', '确认流转');
  await bot.says('赵六', '移交 X1 发改局');
  const open = await bot.inOrg((tx) =>
    tx.sql
      .selectFrom('project_shares')
      .select(['unit_id', 'share'])
      .where('to_on', 'is', null)
      .orderBy('share')
      .execute(),
  );
  expect(open).toMatchObject([
    { unit_id: bot.units.临洺关镇, share: '0.40000000' },
    { unit_id: bot.units.发改局, share: '0.60000000' },
  ]);
});

/** X1 shared 40/60 for five years since 10 June 2026. */
async function forFiveYears(): Promise<void> {
  await bot.says('张三', '流转 X1 城东街道 40:60 共享5年 本镇没有工业用地');
  await pressed('赵六', '同意接收');
  expect((await pressed('钱七', '确认流转')).text).toContain('期限：5 年，期满后全部归城东街道');
}

/** The parts of X1 that count on a day, by unit. */
const partsOn = async (day: string) => {
  const rows = await bot.inOrg((tx) =>
    tx.sql
      .selectFrom('project_shares as s')
      .innerJoin('units as u', (join) => join.onRef('u.id', '=', 's.unit_id').onRef('u.org_id', '=', 's.org_id'))
      .select(['u.name', 's.share'])
      .where('s.from_on', '<=', date(day))
      .where((where) => where.or([where('s.to_on', 'is', null), where('s.to_on', '>', date(day))]))
      .orderBy('s.id')
      .execute(),
  );
  return rows.map(({ name, share }) => `${name} ${Number(share)}`);
};

test('shared for years: within them by the shares, from the day they end wholly the other unit’s', async () => {
  await forFiveYears();
  expect(await partsOn('2026-06-09')).toEqual(['临洺关镇 1']);
  expect(await partsOn('2026-06-10')).toEqual(['临洺关镇 0.4', '城东街道 0.6']);
  expect(await partsOn('2031-06-09')).toEqual(['临洺关镇 0.4', '城东街道 0.6']);
  expect(await partsOn('2031-06-10')).toEqual(['城东街道 1']);
  const results = await bot.inOrg((tx) => breaches(tx));
  expect(results).toEqual([]);
});

test('handed over within the term, the years and the other unit’s part stay', async () => {
  await forFiveYears();
  await bot.inOrg((tx) =>
    moveShare(tx, 1, { from: bot.units.城东街道 ?? 0, to: bot.units.经济开发区 ?? 0 }, date('2027-01-01')),
  );
  expect(await partsOn('2026-12-31')).toEqual(['临洺关镇 0.4', '城东街道 0.6']);
  expect(await partsOn('2027-01-01')).toEqual(['临洺关镇 0.4', '经济开发区 0.6']);
  expect(await partsOn('2031-06-10')).toEqual(['经济开发区 1']);
});

test('handed over to the unit that has the other part, or split anew, what was to come never comes', async () => {
  await forFiveYears();
  await bot.inOrg((tx) =>
    moveShare(tx, 1, { from: bot.units.城东街道 ?? 0, to: bot.units.临洺关镇 ?? 0 }, date('2027-01-01')),
  );
  expect(await partsOn('2027-01-01')).toEqual(['临洺关镇 1']);
  expect(await partsOn('2031-06-10')).toEqual(['临洺关镇 1']);
});
