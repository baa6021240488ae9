import { beforeAll, describe, expect, test } from 'vitest';
import { knownFigure, listFact, measureFacts } from '../../../src/db/metrics/measure.ts';
import { METRICS } from '../../../src/db/metrics/registry.ts';
import { type Decimal, decimal, sum } from '../../../src/domain/money/decimal.ts';
import { wholeOf } from '../../../src/domain/report/behind.ts';
import type { TestBot } from '../../support/bot.ts';
import { JUNE } from '../../support/measured.ts';
import { aRichOrg } from '../../support/rich.ts';

let bot: TestBot;

beforeAll(async () => {
  bot = await aRichOrg();
}, 60_000);

const FACTS = METRICS.filter((metric) => !('over' in metric)).map(({ name }) => name);
const TAILS = [
  '',
  '/本期',
  '/上年同期',
  '/上年同期原报',
  '/1亿以上',
  '/省外',
  '/外资',
  '/产业链=光伏',
  '/上年起/宽限3个月',
];
const NAMES = FACTS.flatMap((name) => TAILS.map((tail) => name + tail)).filter((name) => knownFigure(name));

/** The figure of each unit and what the rows behind it add up to. */
async function both(name: string): Promise<readonly [figures: object, added: object, rows: number]> {
  const units = Object.values(bot.units);
  return bot.inOrg(async (tx) => {
    const measured = await measureFacts(tx, [name], JUNE);
    const rows = await listFact(tx, name, JUNE, units, 10_000);
    const figures = Object.fromEntries(units.map((unit) => [unit, measured.get(unit)?.[name] ?? '0']));
    const own = (unit: number) => rows.filter(({ unitId }) => unitId === unit).map(({ adds }) => adds);
    return [figures, Object.fromEntries(units.map((unit) => [unit, sum<Decimal>(own(unit))])), rows.length];
  });
}

describe('the rows behind a figure', () => {
  test.each(NAMES)('%s: what they add is the figure of each unit, exactly', async (name) => {
    const [figures, added] = await both(name);
    expect(added).toEqual(figures);
  });

  test('the fixture gives rows to every metric', async () => {
    const rows: Record<string, number> = {};
    for (const name of FACTS) rows[name] = (await both(name))[2];
    expect(Object.entries(rows).filter(([, count]) => count === 0)).toEqual([]);
  });

  test('each says what it is, when, and what it was before shares', async () => {
    const rows = await bot.inOrg((tx) => listFact(tx, 'funds', JUNE, [bot.units.临洺关镇 ?? 0], 10_000));
    const shared = rows.find(({ share }) => share === '0.35');
    expect(shared).toMatchObject({
      record: expect.stringMatching(/^L\d+$/),
      what: expect.stringMatching(/^第\d+项目$/),
    });
    const whole = await bot.inOrg((tx) =>
      tx.sql
        .selectFrom('entries')
        .select('amount')
        .where('id', '=', Number(shared?.record?.slice(1)))
        .execute(),
    );
    expect(shared && wholeOf(shared)).toBe(decimal(whole[0]?.amount ?? '0'));
  });

  test('the list stops where it is told to', async () => {
    const rows = await bot.inOrg((tx) => listFact(tx, 'tasks_due', JUNE, Object.values(bot.units), 2));
    expect(rows).toHaveLength(2);
  });
});
