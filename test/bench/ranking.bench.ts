import pg from 'pg';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/db/database.ts';
import { unitFacts } from '../../src/db/facts.repository.ts';
import { keepMonth, unkeptMonth } from '../../src/db/kept-month.repository.ts';
import { migrate } from '../../src/db/migrate.ts';
import { insertOrg } from '../../src/db/org.repository.ts';
import { type Db, inOrg, inOrgSnapshot } from '../../src/db/org-transaction.ts';
import type { CalendarDate } from '../../src/domain/calendar/date.ts';
import { monthOf } from '../../src/domain/calendar/period.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { buildBoard } from '../../src/services/board.service.ts';
import { makeDatabase, median, timed } from './figures.ts';

const UNITS = 20;
const SPANS = {
  month: { from: '2026-11-01', to: '2026-11-30' },
  'January to November': { from: '2026-01-01', to: '2026-11-30' },
} as const;
const CUT_OFF = new Date('2026-12-31T17:00:00+08:00');

/** Projects an org and the number of other orgs of the same size; the largest among others only where asked for. */
const ALL_SIZES: readonly (readonly [projects: number, others: number])[] = [
  [1000, 0],
  [1000, 100],
  [100_000, 0],
  [100_000, Number(process.env.BENCH_OTHERS ?? 10)],
  [1_000_000, 0],
];
/** BENCH_PROJECTS=1000000 measures that size alone. */
const SIZES = ALL_SIZES.filter(
  ([projects]) => !process.env.BENCH_PROJECTS || projects === Number(process.env.BENCH_PROJECTS),
);

/**
 * Orgs with so many projects each, over the 24 months of 2025 and 2026: a signing and three in five a start of building,
 * two entries of money, 2 % of the projects shared by two units. All orgs' rows lie mixed, as they would have come in.
 */
async function fill(url: string, orgs: number, projects: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const day = "('2025-01-01'::date + (i * 730.0 / $1)::integer)";
  const rows = `generate_series(1, $1::integer) i cross join generate_series(1, ${orgs}) org`;
  const unit = `1 + (i % 1009 * 7919 + org) % ${UNITS}`;
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into units (org_id, id, name, kind, ranking_group)
     select org, id, '单位' || id, '乡镇街道', '乡镇组' from generate_series(1, ${orgs}) org, generate_series(1, ${UNITS}) id`,
  );
  await client.query(
    `insert into projects (org_id, id, name, unit_id, stage, stage_on, first_reported_at, protected_from, last_progress_on)
     select org, i, '项目' || i, ${unit}, '签约', ${day}, ${day}, ${day}, ${day} from ${rows}`,
    [projects],
  );
  await client.query(
    `insert into project_shares (org_id, id, project_id, unit_id, share, from_on)
     select org, i * 2 + half, i, 1 + (i + half) % ${UNITS}, 0.5, '2025-01-01' from ${rows}, generate_series(0, 1) half where i % 50 = 0`,
    [projects],
  );
  await client.query(
    `insert into project_events (org_id, id, project_id, kind, to_stage, agreement_wan, occurred_on, booked_on, unit_id, reported_at, verified_at)
     select org, i * 2 + step, i, 'stage', (array['签约', '开工'])[step + 1], 1000 + i % 9000, ${day}, ${day}, ${unit}, ${day}, ${day}
     from ${rows}, generate_series(0, 1) step where step = 0 or i % 5 < 3`,
    [projects],
  );
  await client.query(
    `insert into entries (org_id, id, project_id, kind, amount, occurred_on, booked_on, unit_id, state, reported_by, reported_at, verified_at)
     select org, i * 2 + step, i, (array['funds', 'fixed-assets', 'foreign-capital'])[1 + (i + step) % 3], 100 + i % 900, ${day}, ${day}, ${unit}, 'verified', 1, ${day}, ${day}
     from ${rows}, generate_series(0, 1) step`,
    [projects],
  );
  await client.query('vacuum (analyze)');
  await client.end();
}

/** The same rows, only read: the sum of every amount of the span, ungrouped and unjoined. */
const FLOOR = `select
  (select sum(agreement_wan) from project_events where org_id = $1 and kind = 'stage' and state = 'verified'
    and to_stage in ('签约', '落地', '开工', '投产') and booked_on between $2 and $3 and verified_at <= $4),
  (select sum(amount) from entries where org_id = $1 and kind in ('funds', 'fixed-assets', 'foreign-capital')
    and booked_on between $2 and $3 and verified_at <= $4)`;

test('month-end figures of one org: how they grow with its projects, and what other orgs cost', async () => {
  const lines: Record<string, unknown>[] = [];
  for (const [projects, others] of SIZES) {
    const url = await makeDatabase(`ranking_${projects}_${others}`);
    const { role } = await migrate(url);
    const { db, pool, close } = openDatabase({ url, ...(role ? { role } : {}) });
    for (let org = 0; org <= others; org += 1) await insertOrg(db, { name: `县${org}` });
    await fill(url, others + 1, projects);
    const measure = async (name: string, span: (typeof SPANS)[keyof typeof SPANS], months: string) => {
      const figures = () =>
        inOrgSnapshot(db, 1, (tx) =>
          unitFacts(tx, { from: span.from as CalendarDate, to: span.to as CalendarDate, cutOff: CUT_OFF }),
        );
      expect((await figures()).size).toBe(UNITS);
      const ms = await median(7, figures);
      const scan = await median(7, async () => {
        const client = await pool.connect();
        await client.query("select set_config('app.org_id', '1', false)");
        await client.query(FLOOR, [1, span.from, span.to, CUT_OFF]);
        await client.query("select set_config('app.org_id', '', false)");
        client.release();
      });
      lines.push({
        projects,
        'other orgs': others,
        span: name,
        months,
        ms: round(ms),
        'scan ms': round(scan),
        'figures / scan': round(ms / scan),
      });
    };
    const org = { name: '县', timeZone: 'Asia/Shanghai', settings: DEFAULT_SETTINGS };
    const whole = async (months: string) => {
      const board = () =>
        inOrgSnapshot(db, 1, (tx) => buildBoard(tx, org, monthOf('2026-11-30' as CalendarDate), CUT_OFF));
      expect((await board()).model.groups).toHaveLength(1);
      const ms = round(await median(5, board));
      lines.push({ projects, 'other orgs': others, span: 'the whole leaderboard', months, ms });
    };
    await measure('month', SPANS.month, 'counted');
    await measure('January to November', SPANS['January to November'], 'counted');
    await whole('counted');
    const keeping = await timed(() => keepAll(db));
    lines.push({ projects, 'other orgs': others, span: `keeping ${keeping.result} months`, ms: round(keeping.ms) });
    await measure('January to November', SPANS['January to November'], 'kept');
    await whole('kept');
    await close();
    const owner = new pg.Client({ connectionString: url.replace(/[^/]+$/, 'postgres') });
    await owner.connect();
    await owner.query(`drop database ranking_${projects}_${others} with (force)`);
    await owner.end();
  }
  console.table(lines);
});

/** Keeps every month that is over on the last day of November, as the background job does; gives how many. */
async function keepAll(db: Db): Promise<number> {
  for (let count = 0; ; count += 1) {
    const month = await inOrg(db, 1, (tx) => unkeptMonth(tx, '2026-11-30' as CalendarDate));
    if (month === null) return count;
    await inOrg(db, 1, (tx) => keepMonth(tx, month));
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;
