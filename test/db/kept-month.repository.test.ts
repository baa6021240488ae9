import { sql } from 'kysely';
import { beforeEach, describe, expect, it, test } from 'vitest';
import keepMonths from '../../jobs/keep-months.ts';
import { insertRecord, updateRecord } from '../../src/db/change.ts';
import { bookedIn, countedRows, FACT_COLUMNS, type FactSpan, inHindsight } from '../../src/db/counted-rows.ts';
import { unitFacts } from '../../src/db/facts.repository.ts';
import { keepMonth, keptMonths, unkeptMonth } from '../../src/db/kept-month.repository.ts';
import { inOrg, inOrgSnapshot, type OrgTx } from '../../src/db/org-transaction.ts';
import { addDays, type CalendarDate, date, endOfMonth } from '../../src/domain/calendar/date.ts';
import { decimal } from '../../src/domain/money/decimal.ts';
import { randomOf } from '../../src/services/sample/random.ts';
import { type TestBot, testBot } from '../support/bot.ts';
import { testDatabase } from '../support/database.ts';
import { aMove, anEntry } from '../support/measured.ts';
import { aProject } from '../support/project.ts';

let bot: TestBot;
let project: number;
beforeEach(async () => {
  bot = await testBot();
  project = await aProject(bot, { name: '光伏组件项目', unit: '临洺关镇' });
});

const LATE = new Date('2027-12-31T17:00:00+08:00');
const YEAR: FactSpan = { from: date('2026-01-01'), to: date('2026-12-31'), cutOff: LATE };
const keep = (month: string) => bot.inOrg((tx) => keepMonth(tx, month));
const kept = (span: FactSpan = YEAR) => bot.inOrg((tx) => keptMonths(tx, span));
const funds = async (span: FactSpan = YEAR) =>
  (await bot.inOrg((tx) => unitFacts(tx, span))).get(bot.units.临洺关镇 ?? 0)?.funds ?? '0';

describe('figures of a kept month', () => {
  it('are the same as counted, and are used', async () => {
    await anEntry(bot, project, { kind: 'funds', amount: '100', on: '2026-03-05' });
    expect([await keep('2026-03'), await kept()]).toEqual([true, ['2026-03']]);
    expect(await funds()).toBe('100');
    await bot.inOrg((tx) => sql`update kept_months set facts = jsonb_set(facts, '{0,funds}', '7')`.execute(tx.sql));
    expect(await funds()).toBe('7');
    expect(await funds({ ...YEAR, from: date('2026-03-02') })).toBe('100');
  });

  it('do not stand in for what was known at an earlier instant', async () => {
    await anEntry(bot, project, { kind: 'funds', amount: '100', on: '2026-03-05' });
    await keep('2026-03');
    const early = { ...YEAR, cutOff: new Date('2026-03-05T00:00:00+08:00') };
    expect([await kept(early), await funds(early)]).toEqual([[], '0']);
  });

  it.each([
    ['an entry of the month', () => anEntry(bot, project, { kind: 'funds', amount: '5', on: '2026-03-31' }), []],
    ['a move of the month', () => aMove(bot, project, { stage: '签约', on: '2026-03-01' }), []],
    [
      'an entry of another month',
      () => anEntry(bot, project, { kind: 'funds', amount: '5', on: '2026-04-01' }),
      ['2026-03'],
    ],
    [
      'a change of who shares a project',
      () =>
        bot.inOrg((tx) =>
          insertRecord(tx, 'project_shares', {
            project_id: project,
            unit_id: bot.units.城东街道 ?? 0,
            share: '0.5' as never,
            from_on: date('2026-05-01'),
            to_on: null,
          }),
        ),
      [],
    ],
  ])('are forgotten with %s', async (_, change, left) => {
    await keep('2026-03');
    await change();
    expect(await kept()).toEqual(left);
  });

  it('are not taken while somebody changes what counts in the month', async () => {
    const { db } = await testDatabase();
    await inOrg(db, bot.orgId, async (writer) => {
      await write(writer, '2026-03-05');
      expect(await keep('2026-03')).toBe(false);
      expect(await keep('2026-04')).toBe(true);
    });
    expect([await kept(), await funds()]).toEqual([['2026-04'], '1']);
  });

  it('are forgotten by a change that waited for them to be kept', async () => {
    const { db } = await testDatabase();
    let waiting: Promise<void> | null = null;
    await inOrg(db, bot.orgId, async (tx) => {
      expect(await keepMonth(tx, '2026-03')).toBe(true);
      waiting = inOrg(db, bot.orgId, (writer) => write(writer, '2026-03-05'));
      await lockWaiter(tx);
    });
    await waiting;
    expect([await kept(), await funds()]).toEqual([[], '1']);
  });

  it('cannot be changed unseen from a snapshot', async () => {
    const { db } = await testDatabase();
    await expect(inOrgSnapshot(db, bot.orgId, (tx) => write(tx, '2026-03-05'))).rejects.toThrow('read committed');
  });
});

const write = async (tx: OrgTx, day: string, amount = '1'): Promise<void> => {
  await insertRecord(tx, 'entries', {
    project_id: project,
    kind: 'funds',
    amount: decimal(amount),
    occurred_on: date(day),
    unit_id: bot.units.临洺关镇 ?? 0,
    state: 'verified',
    reported_by: 1,
    reported_at: new Date(`${day}T09:00:00+08:00`),
    verified_at: new Date(`${day}T10:00:00+08:00`),
    booked_on: date(day),
  } as never);
};

/** Waits until a session of this database waits for an advisory lock. */
async function lockWaiter(tx: OrgTx): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const { rows } = await sql<{ waits: boolean }>`
      select exists (select 1 from pg_locks where locktype = 'advisory' and not granted
        and classid = ${tx.orgId} and objid = 202603) as waits`.execute(tx.sql);
    if (rows[0]?.waits) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('nobody waits');
}

describe('the job', () => {
  it('keeps one month after the other, the latest first, of this year and the last, until all are kept', async () => {
    const today = date('2026-03-01');
    const context = { org: {} as never, now: new Date('2026-03-01T00:00:00+08:00'), today };
    const seen: (string | null)[] = [];
    for (let run = 0; run < 15; run += 1) {
      seen.push(await bot.inOrg((tx) => unkeptMonth(tx, today)));
      await bot.inOrg((tx) => keepMonths.run({ tx, ...context }));
    }
    expect([seen[0], seen[1], seen[13], seen[14]]).toEqual(['2026-02', '2026-01', '2025-01', null]);
  });
});

test('whatever is written, changed, shared and taken away between, kept months give what counting gives', async () => {
  const random = randomOf(20_260_601);
  const day = (): CalendarDate => addDays(date('2026-01-01'), random.between(0, 179));
  const instant = (): Date => new Date(Date.parse('2026-01-01T00:00:00Z') + random.between(0, 249) * 86_400_000);
  const units = [bot.units.临洺关镇 ?? 0, bot.units.城东街道 ?? 0];
  const projects = [project, await aProject(bot, { name: '装备项目', unit: '城东街道' })];
  const steps: readonly ((tx: OrgTx) => Promise<unknown>)[] = [
    (tx) => write(tx, day(), `${1 + random.between(0, 998)}.${random.between(0, 9)}`),
    (tx) =>
      insertRecord(tx, 'project_events', {
        project_id: random.pick(projects),
        kind: 'stage',
        to_stage: random.pick(['签约', '落地', '开工', '投产', '在谈']),
        agreement_wan: decimal(random.between(0, 4999)),
        occurred_on: day(),
        unit_id: random.pick(units),
        state: 'verified',
        reported_at: instant(),
        verified_at: instant(),
        booked_on: day(),
      } as never),
    (tx) =>
      updateRecord(tx, 'entries', 1 + random.between(0, 29), {
        booked_on: day(),
        late: random.chance(0.5),
        verified_at: instant(),
      }),
    (tx) => updateRecord(tx, 'entries', 1 + random.between(0, 29), { booked_on: null, state: 'returned' }),
    (tx) =>
      updateRecord(tx, 'project_events', 1 + random.between(0, 29), { booked_on: day(), unit_id: random.pick(units) }),
    (tx) =>
      tx.sql
        .deleteFrom('entries')
        .where('org_id', '=', tx.orgId)
        .where('id', '=', 1 + random.between(0, 29))
        .execute(),
    (tx) =>
      insertRecord(tx, 'project_shares', {
        project_id: random.pick(projects),
        unit_id: random.pick(units),
        share: `0.${random.between(1, 9)}` as never,
        from_on: day(),
        to_on: random.chance(0.5) ? null : date('2026-12-31'),
      }),
    (tx) => keepMonth(tx, `2026-0${1 + random.between(0, 5)}`),
    (tx) => keepMonth(tx, `2026-0${1 + random.between(0, 5)}`),
  ];
  let used = 0;
  for (let round = 0; round < 80; round += 1) {
    await bot.inOrg(random.pick(steps));
    const from = day();
    const span = {
      from,
      to: random.chance(0.5) ? endOfMonth(addDays(from, random.between(0, 89))) : addDays(from, 60),
      cutOff: instant(),
    };
    const spans = [span, { ...YEAR, cutOff: random.chance(0.5) ? LATE : instant() }];
    for (const one of spans) {
      used += (await kept(one)).length;
      expect(await bot.inOrg(async (tx) => plain(await unitFacts(tx, one))), `round ${round}`).toEqual(
        await bot.inOrg((tx) => counted(tx, one)),
      );
      expect(
        await bot.inOrg(async (tx) => plain(await unitFacts(tx, { ...one, hindsight: true }))),
        `round ${round} in hindsight`,
      ).toEqual(await bot.inOrg((tx) => counted(tx, one, inHindsight(one))));
    }
  }
  expect(used).toBeGreaterThan(100);
});

/** Figures by unit as text; units with nothing are left out. */
const plain = (facts: ReadonlyMap<number, object>): Record<string, string> =>
  Object.fromEntries(
    [...facts]
      .map(([unit, one]) => [String(unit), Object.values(one).join(' ')])
      .filter(([, line]) => /[1-9]/.test(line ?? '')),
  );

/** The same, counted from the rows alone. */
async function counted(tx: OrgTx, span: FactSpan, within = bookedIn(span)): Promise<Record<string, string>> {
  const { rows } = await sql<Record<string, string>>`${countedRows(tx, within, span.cutOff)}`.execute(tx.sql);
  const lines = rows.map((row) => [row.unit_id, FACT_COLUMNS.map((name) => decimal(row[name] ?? '0')).join(' ')]);
  return Object.fromEntries(lines.filter(([, line]) => /[1-9]/.test(line ?? '')));
}
