import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import monthly from '../../jobs/monthly-leaderboard.ts';
import { loadOrg } from '../../src/db/org.repository.ts';
import { addDays, type CalendarDate, date, instantAt } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import type { LeaderboardModel } from '../../src/domain/report/model.ts';
import { publishMonth } from '../../src/services/publish.service.ts';
import { findReport } from '../../src/services/report.service.ts';
import { recompute } from '../../src/services/verify.service.ts';
import { type TestBot, testBot } from '../support/bot.ts';
import { aProject } from '../support/project.ts';

vi.setConfig({ testTimeout: 120_000 });

/** A county that cuts its months on the 25th, begins its task year in December and books by verification. */
async function anOddCounty(): Promise<TestBot> {
  const bot = await testBot();
  bot.at('2025-11-20T09:00:00+08:00');
  for (const line of ['统计截止 25日', '任务年度起始月 12', '入账口径 核实日期'])
    await bot.says('钱七', `设置 ${line}`);
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row: { stage: '签约' } });
  await aProject(bot, { name: '鲁泰装备项目', unit: '城东街道', row: { stage: '签约' } });
  await bot.says('钱七', '目标 临洺关镇 2026年 到位资金 1亿');
  return bot;
}

/** Every 11 days money is reported, and verified 4 days later; months close by the calendar of the job. */
async function play(bot: TestBot, until: string): Promise<void> {
  const org = { ...(await bot.inOrg(loadOrg)), calendar: workCalendar() };
  let amount = 0;
  for (let day: CalendarDate = date('2025-11-21'), at = 0; day <= until; day = addDays(day, 1), at += 1) {
    bot.at(instantAt(day, '10:00', 'Asia/Shanghai'));
    if (at % 11 === 0) {
      amount += 100;
      await bot.says(
        at % 2 ? '赵六' : '张三',
        `到位 X${at % 2 ? 2 : 1} ${amount}.5万 ${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
      );
    }
    if (at % 11 === 4) {
      const { rows } = await bot.inOrg((tx) =>
        sql<{ id: number }>`select id from entries where state = 'reported'`.execute(tx.sql),
      );
      for (const { id } of rows) await bot.says('钱七', `核实 L${id}`);
    }
    for (const due of monthly.due(day, org)) {
      bot.at(due.at);
      await bot.inOrg(async (tx) => publishMonth(tx, await loadOrg(tx), due.period, due.at, async () => []));
    }
  }
}

test('a year of a county with odd books: each published month is what plain SQL says, and all recompute', async () => {
  const bot = await anOddCounty();
  await play(bot, '2026-12-31');
  const months = ['2025-12', ...Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`)];
  let before: CalendarDate = date('2025-11-25');
  for (const key of months) {
    const published = await bot.inOrg((tx) => findReport(tx, 'monthly', key));
    if (!published) throw new Error(`${key} was not published`);
    const model = published.report.model as LeaderboardModel;
    const last = `${key}-25`;
    const first = key === '2026-12' ? '2026-11-26' : '2025-11-26';
    const added = async (from: string) => {
      const { rows } = await bot.inOrg((tx) =>
        sql<{ sum: string }>`select coalesce(sum(amount), 0)::float8::text as sum from entries
          where verified_at is not null and (verified_at at time zone 'Asia/Shanghai')::date between ${from} and ${last}`.execute(
          tx.sql,
        ),
      );
      return rows[0]?.sum;
    };
    const inMonth = model.groups.flatMap(({ rows }) => rows).reduce((sum, row) => sum + Number(row.month.funds), 0);
    expect([key, model.totals.funds.now], key).toEqual([key, await added(first)]);
    expect(String(inMonth), key).toBe(await added(addDays(before, 1)));
    expect(model.pace, key).toBe(`${key === '2025-12' || key === '2026-12' ? 1 : Number(key.slice(5)) + 1}/12`);
    before = date(last);
  }
  const { rows } = await bot.inOrg((tx) =>
    sql<{ late: number }>`select count(*)::int as late from entries where late`.execute(tx.sql),
  );
  expect(rows[0]?.late).toBe(0);
  const recomputed = await bot.inOrg(async (tx) => recompute(tx, await loadOrg(tx)));
  expect(recomputed).toHaveLength(14);
  expect(recomputed.filter(({ ok }) => !ok)).toEqual([]);
});
