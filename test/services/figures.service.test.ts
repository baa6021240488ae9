import { expect, test } from 'vitest';
import { insertRecord } from '../../src/db/change.ts';
import { toJson } from '../../src/db/json-column.ts';
import { knownFigure } from '../../src/db/metrics/measure.ts';
import { METRICS } from '../../src/db/metrics/registry.ts';
import { loadOrg } from '../../src/db/org.repository.ts';
import { date } from '../../src/domain/calendar/date.ts';
import { monthOf } from '../../src/domain/calendar/period.ts';
import { mistakeIn } from '../../src/domain/scoring/mistake.ts';
import { buildBoard } from '../../src/services/board.service.ts';
import { checkFigures, prepareScheme } from '../../src/services/figures.service.ts';
import { testBot } from '../support/bot.ts';
import { aMove } from '../support/measured.ts';
import { aProject } from '../support/project.ts';

const scheme = {
  id: 'rates',
  title: '三率考核',
  items: [
    { id: '开工率', full: 60, rule: { kind: 'completion', actual: '开工率/宽限3个月' } },
    { id: '大项目', full: 40, rule: { kind: 'completion', actual: 'signed_count/10亿以上', target: 2 } },
  ],
  rank: { by: [{ value: 'total' }], within: 'group' },
};

test('every metric has a name of its own, and what a rate divides can be given', () => {
  const names = METRICS.flatMap(({ name, label }) => [name, label]);
  expect(new Set(names).size).toBe(names.length);
  const parts = METRICS.flatMap((metric) => ('over' in metric ? [metric.over, metric.under] : []));
  expect(parts.filter((part) => !knownFigure(part))).toEqual([]);
});

test('a rate is written out as a ratio of facts, narrowed alike; what every board has is not read again', () => {
  expect(prepareScheme(scheme as never)).toMatchObject({
    scheme: {
      metrics: {
        '开工率/宽限3个月': { kind: 'ratio', num: 'started_of_signed/宽限3个月', den: 'cohort_count/宽限3个月' },
      },
    },
    facts: ['started_of_signed/宽限3个月', 'cohort_count/宽限3个月', 'signed_count/10亿以上'],
  });
  const size = { id: 's', title: 's', metrics: { m: { kind: 'sum', of: ['mean_size', 'funds_target'] } } };
  expect(prepareScheme(size as never).facts).toEqual([]);
});

test.each([
  ['signed_count/外出招商', 'a kind of activity says nothing about signings'],
  ['funds/宽限3个月', 'money has no cohort'],
  ['任务按期率/省外', 'tasks have no origin'],
  ['signed_cuont', 'a misspelt name'],
])('%s is refused with its path: %s', (name) => {
  let path: string | undefined;
  try {
    checkFigures({ ...scheme, metrics: { m: { kind: 'sum', of: ['funds', name] } } } as never);
  } catch (error) {
    path = mistakeIn(error)?.path;
  }
  expect(path).toBe('metrics.m.of[1]');
});

test('a board is scored by figures read from the records as its scheme names them', async () => {
  const bot = await testBot();
  const big = await aProject(bot, { name: '甲项目', unit: '临洺关镇', row: { investment_wan: '150000' as never } });
  const small = await aProject(bot, { name: '乙项目', unit: '临洺关镇' });
  await aMove(bot, big, { stage: '签约', on: '2026-01-20', amount: '100000' });
  await aMove(bot, small, { stage: '签约', on: '2026-02-20', amount: '100' });
  await aMove(bot, big, { stage: '开工', on: '2026-05-20' });
  await bot.inOrg((tx) =>
    insertRecord(tx, 'schemes', {
      name: '综合榜',
      edition: 1,
      body: toJson(scheme),
      active_from: date('2026-01-01'),
      created_at: bot.now(),
    } as never),
  );
  const { model } = await bot.inOrg(async (tx) =>
    buildBoard(tx, await loadOrg(tx), monthOf(date('2026-06-01')), new Date('2026-06-30T17:00:00+08:00')),
  );
  const [row] = model.groups.find(({ name }) => name === '乡镇组')?.rows ?? [];
  expect(row).toMatchObject({ unit: '临洺关镇', points: { 开工率: '30.00', 大项目: '20.00' }, score: '50.00' });
});
