import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { unitFacts } from '../../src/db/facts.repository.ts';
import { loadOrg } from '../../src/db/org.repository.ts';
import { date } from '../../src/domain/calendar/date.ts';
import { type Period, parsePeriod } from '../../src/domain/calendar/period.ts';
import { buildBoard, canonical, hashOf, issuerOf, periodLabel, placeName } from '../../src/services/board.service.ts';
import type { TestBot } from '../support/bot.ts';
import { anEntry } from '../support/measured.ts';
import { aMonth } from '../support/month.ts';
import { aRichOrg } from '../support/rich.ts';

const period = (key: string): Period => {
  const found = parsePeriod(key);
  if (!found) throw new Error(key);
  return found;
};
const boardOf = (bot: TestBot, key: string, cutOff = '2026-06-30T17:00:00+08:00') =>
  bot.inOrg(async (tx) => buildBoard(tx, await loadOrg(tx), period(key), new Date(cutOff)));
const rowOf = async (bot: TestBot, unit: string, key: string, cutOff?: string) =>
  (await boardOf(bot, key, cutOff)).model.groups.flatMap((group) => group.rows).find((row) => row.unit === unit);

describe('the board of a period', () => {
  it('counts from 1 January to the period’s end what was verified by the cut-off', async () => {
    const bot = await aMonth();
    await anEntry(bot, 1, { kind: 'funds', amount: '500', on: '2026-03-02' });
    await anEntry(bot, 1, { kind: 'funds', amount: '70', on: '2025-12-31' });
    await anEntry(bot, 1, { kind: 'funds', amount: '9', on: '2026-07-01' });
    expect((await rowOf(bot, '临洺关镇', '2026-06'))?.funds).toBe('8500');
    expect((await rowOf(bot, '临洺关镇', '2026-Q1'))?.funds).toBe('500');
    expect((await rowOf(bot, '临洺关镇', '2026-06', '2026-06-10T09:59:00+08:00'))?.funds).toBe('500');
    expect((await rowOf(bot, '临洺关镇', '2026-06'))?.month.funds).toBe('8000');
  });

  it('has last year beside it once there is a last year', async () => {
    const bot = await aMonth();
    expect((await boardOf(bot, '2026-06')).model.totals.funds).toEqual({
      now: '9000',
      base: null,
      reported: null,
    });
    await anEntry(bot, 1, { kind: 'funds', amount: '4500', on: '2025-06-30' });
    await anEntry(bot, 1, { kind: 'funds', amount: '100', on: '2025-07-01' });
    expect((await boardOf(bot, '2026-06')).model.totals.funds).toEqual({
      now: '9000',
      base: '4500',
      reported: '4500',
    });
  });

  it('compares with last year as it was known then, and as it is known now with 补报 and reversals in their month', async () => {
    const bot = await aMonth();
    const first = await anEntry(bot, 1, { kind: 'funds', amount: '4500', on: '2025-06-10' });
    const late = await anEntry(bot, 1, { kind: 'funds', amount: '300', on: '2025-06-20' });
    await anEntry(bot, 1, { kind: 'funds', amount: '-4500', on: '2025-06-10', reverses: first.id });
    const after = new Date('2025-08-05T10:00:00+08:00');
    await bot.inOrg((tx) =>
      tx.sql
        .updateTable('entries')
        .set({ booked_on: date('2025-08-01'), late: true, verified_at: after })
        .where((where) => where.or([where('id', '=', late.id), where('reverses_id', '=', first.id)]))
        .execute(),
    );
    expect((await boardOf(bot, '2026-06')).model.totals.funds).toEqual({
      now: '9000',
      base: '300',
      reported: '4500',
    });
  });

  it('cuts months, the year and last year by the office’s rule and task year', async () => {
    const bot = await aMonth();
    await bot.says('钱七', '设置 任务年度起始月 12');
    await bot.says('钱七', '设置 统计截止 25日');
    for (const [amount, on] of [
      ['1', '2025-11-25'],
      ['20', '2025-11-26'],
      ['300', '2026-05-25'],
      ['4000', '2026-05-26'],
      ['50000', '2026-06-25'],
      ['600000', '2026-06-26'],
      ['7', '2024-11-26'],
      ['80', '2025-06-25'],
      ['900', '2025-06-26'],
    ] as const)
      await anEntry(bot, 1, { kind: 'funds', amount, on });
    const { model, inputs } = await boardOf(bot, '2026-06', '2026-06-26T17:00:00+08:00');
    const unit = bot.units.临洺关镇 ?? 0;
    const own = await rowOf(bot, '临洺关镇', '2026-06', '2026-06-26T17:00:00+08:00');
    // 8000 of the sample month came on 6-10.
    expect([own?.funds, own?.month.funds]).toEqual(['62320', '62000']);
    expect(inputs.before?.get(unit)?.funds).toBe('320');
    expect(inputs.lastYear?.get(unit)?.funds).toBe('87');
    expect([model.pace, model.periodLabel, model.spanLabel]).toEqual(['7/12', '2026年6月', '2025年12月—2026年6月累计']);
    expect(model.calibre).toContain('本月为5月26日—6月25日，累计自2025年11月26日起');
    expect((await boardOf(bot, '2026-Q2', '2026-06-26T17:00:00+08:00')).model.periodLabel).toBe(
      '2026年二季度（3—5月）',
    );
  });

  it('tells funds from outside the province apart once the org says where it is, and counts who went out', async () => {
    const bot = await aMonth();
    await bot.says('张三', '外出 深圳 6月8-9日 李书记带队 拜访 比亚迪公司');
    await bot.inOrg((tx) =>
      tx.sql.updateTable('activities').set({ leader_level: '党政主要领导' }).where('id', '=', 1).execute(),
    );
    expect((await boardOf(bot, '2026-06')).model.asides?.outsideFunds).toBeNull();
    await bot.says('周九', '设置 本地 河北 邯郸');
    await bot.inOrg((tx) => tx.sql.updateTable('projects').set({ origin: 'outside' }).where('id', '=', 1).execute());
    await bot.inOrg((tx) => tx.sql.updateTable('projects').set({ origin: 'province' }).where('id', '=', 2).execute());
    expect((await boardOf(bot, '2026-06')).model.asides).toEqual({
      outsideFunds: '8000',
      outings: '1',
      ledOutings: '1',
      receptions: '0',
      signings: [
        { unit: '临洺关镇', project: '华辰光伏组件项目', amount: '120000', share: '1', day: '2026-06-03' },
        { unit: '城东街道', project: '鲁泰装备项目', amount: '20000', share: '1', day: '2026-06-03' },
      ],
      trips: [{ unit: '临洺关镇', what: '深圳 比亚迪公司', day: '2026-06-08' }],
    });
    expect((await boardOf(bot, '2026-Q2')).model.asides).not.toHaveProperty('signings');
  });

  it('names a month’s outings that are too many to print', async () => {
    const bot = await aMonth();
    await bot.says('张三', '外出 深圳 6月8-9日 李书记带队 拜访 比亚迪公司');
    await bot.inOrg((tx) =>
      sql`insert into activities (id, kind, from_on, to_on, unit_id, reported_by, reported_at)
        select 1 + n, kind, from_on, to_on, unit_id, reported_by, reported_at
        from activities, generate_series(1, 200) n where org_id = ${bot.orgId} and id = 1`.execute(tx.sql),
    );
    const { asides } = (await boardOf(bot, '2026-06')).model;
    expect([asides?.outings, asides?.trips, asides?.unlisted]).toEqual(['201', undefined, ['外出招商情况']]);
    expect((await boardOf(bot, '2026-Q2')).model.asides).not.toHaveProperty('unlisted');
  });

  it('tells changes of place against the period before, never across New Year', async () => {
    const bot = await aMonth();
    await anEntry(bot, 2, { kind: 'funds', amount: '20000', on: '2026-05-20', unit: '城东街道' });
    const { inputs } = await boardOf(bot, '2026-06');
    expect(inputs.before?.get(bot.units.城东街道 ?? 0)?.funds).toBe('20000');
    expect(inputs.cumulative.get(bot.units.城东街道 ?? 0)?.funds).toBe('21000');
    expect((await boardOf(bot, '2026-01', '2026-01-30T17:00:00+08:00')).inputs.before).toBeNull();
  });

  it('joins the year before a month and the month to what one reading of both gives, digit for digit', async () => {
    const bot = await aRichOrg(11);
    for (const key of ['2025-01', '2025-12', '2026-01', '2026-04', '2026-06']) {
      const cutOff = '2026-07-31T17:00:00+08:00';
      const { inputs } = await boardOf(bot, key, cutOff);
      const { to } = period(key);
      const span = { from: date(`${key.slice(0, 4)}-01-01`), to, cutOff: new Date(cutOff) };
      const read = await bot.inOrg((tx) => unitFacts(tx, span));
      expect(read.size).toBeGreaterThan(0);
      expect(canonical(inputs.cumulative)).toBe(canonical(read));
    }
  }, 60_000);

  it('leaves out units that have ended or not begun, and those without a group or not assessed', async () => {
    const bot = await aMonth();
    const set = (unit: string, row: object) =>
      bot.inOrg((tx) => tx.sql.updateTable('units').set(row).where('name', '=', unit).execute());
    const names = async () => (await boardOf(bot, '2026-06')).inputs.units.map((unit) => unit.name);
    expect(await names()).toEqual(['临洺关镇', '城东街道', '经济开发区', '发改局', '投促中心']);
    await set('城东街道', { ends_on: date('2026-06-29') });
    await set('经济开发区', { starts_on: date('2026-07-01') });
    await set('发改局', { assessed: false });
    await set('投促中心', { ranking_group: null });
    expect(await names()).toEqual(['临洺关镇']);
    await set('城东街道', { ends_on: date('2026-06-30') });
    await set('经济开发区', { starts_on: date('2026-06-30') });
    expect(await names()).toEqual(['临洺关镇', '城东街道', '经济开发区']);
  });

  it('is provisional until the middle of the next month', async () => {
    const bot = await aMonth();
    expect((await boardOf(bot, '2026-06', '2026-07-15T10:00:00+08:00')).model.provisional).toBe(true);
    expect((await boardOf(bot, '2026-06', '2026-07-16T10:00:00+08:00')).model.provisional).toBe(false);
  });
});

describe('its head', () => {
  it.each([
    ['2026-06', '2026年6月'],
    ['2026-Q1', '2026年一季度'],
    ['2026-Q4', '2026年四季度'],
    ['2026-H1', '2026年上半年'],
    ['2026-H2', '2026年下半年'],
    ['2026', '2026年'],
    ['2026-1..5', '2026年1—5月'],
    ['2026-05-10..2026-08-17', '5月10日—8月17日'],
  ])('%s is %s', (key, label) => {
    expect(periodLabel(period(key))).toBe(label);
  });

  it('names the place, and who issues it', async () => {
    const bot = await aMonth();
    const org = await bot.inOrg(loadOrg);
    expect(placeName('云岭县（示例）')).toBe('云岭县');
    expect(issuerOf({ ...org, name: '云岭县（示例）' })).toBe('云岭县招商引资工作领导小组办公室');
    expect(issuerOf({ ...org, settings: { ...org.settings, issuer: '云岭县投促局' } })).toBe('云岭县投促局');
    const { model } = await boardOf(bot, '2026-01', '2026-01-30T17:00:00+08:00');
    expect([model.title, model.spanLabel, model.cutOffLabel]).toEqual([
      '招商引资月度排行榜',
      '2026年1月',
      '1月30日 17:00',
    ]);
    expect((await boardOf(bot, '2026-Q2')).model).toMatchObject({
      title: '招商引资季度排行榜',
      spanLabel: '1—6月累计',
    });
  });
});

describe('the hash of a report', () => {
  it('does not mind the order of keys, and minds any figure', () => {
    const one = {
      a: '1',
      b: {
        c: ['2', '3'],
        d: new Map([
          [2, 'y'],
          [1, 'x'],
        ]),
      },
    };
    const same = {
      b: {
        d: new Map([
          [1, 'x'],
          [2, 'y'],
        ]),
        c: ['2', '3'],
      },
      a: '1',
    };
    expect(canonical(one)).toBe(canonical(same));
    expect(hashOf(one)).toBe(hashOf(same));
    expect(hashOf(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf({ ...one, a: '1.0' })).not.toBe(hashOf(one));
    expect(hashOf({ ...one, b: { ...one.b, c: ['3', '2'] } })).not.toBe(hashOf(one));
  });
});
