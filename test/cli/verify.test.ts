import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { insertEntries } from '../../src/db/entry-import.repository.ts';
import { date } from '../../src/domain/calendar/date.ts';
import { decimal } from '../../src/domain/money/decimal.ts';
import { storeFile } from '../../src/services/file.service.ts';
import { type County, county } from '../support/cli.ts';

let at: County;
beforeAll(async () => {
  at = await county();
  await at.inOrg(async (tx) => {
    await sql`insert into projects (id, name, stage, stage_on, unit_id, first_reported_at, protected_from, last_progress_on)
      values (1, '甲项目', '签约', '2026-06-01', 1, now(), now(), '2026-06-01')`.execute(tx.sql);
    const line = { projectId: 1, unitId: 1, kind: 'funds' as const, voucher: null, note: null };
    const entry = { ...line, amount: decimal('300'), occurredOn: date('2026-06-01') };
    await insertEntries(tx, [entry, entry], { reportedBy: 1, reportedAt: new Date() });
    await sql`insert into project_shares (id, project_id, unit_id, share, from_on)
      values (1, 1, 1, 0.6, '2026-06-01'), (2, 1, 2, 0.4, '2026-06-01')`.execute(tx.sql);
    await sql`insert into project_events (id, project_id, kind, to_stage, occurred_on, reported_at, state, verified_by, booked_on)
      values (1, 1, 'stage', '签约', '2026-06-01', now(), 'verified', 2, '2026-06-01')`.execute(tx.sql);
    await storeFile(tx, { name: '通报.docx', mime: 'x', bytes: Buffer.from('通报') });
  });
});
afterAll(() => at.close());

const records = async () => {
  const { code, out } = await at.call('verify');
  const last = JSON.parse(out.trim().split('\n').at(-1) ?? '') as { breaches: { rule: string; numbers: string[] }[] };
  return { code, ...last };
};
beforeEach(async () => {
  expect(await records()).toMatchObject({ code: 0, kind: 'records', entries: 2, files: 1, ok: true, breaches: [] });
});

it.each<[string, string, string, string[]]>([
  [
    'a reversal of another amount',
    `insert into entries (id, project_id, kind, amount, occurred_on, state, reverses_id, reported_by, reported_at)
      values (9, 1, 'funds', -299, '2026-06-01', 'verified', 1, 1, now())`,
    'delete from entries where id = 9',
    ['L9'],
  ],
  [
    'a reversed line without its reversal',
    `update entries set state = 'reversed' where id = 1`,
    `update entries set state = 'reported' where id = 1`,
    ['L1'],
  ],
  [
    'a verified line that counts nowhere',
    `update entries set state = 'verified' where id = 2`,
    `update entries set state = 'reported' where id = 2`,
    ['L2'],
  ],
  [
    'a reported line that counts',
    `update entries set booked_on = '2026-06-01' where id = 2`,
    'update entries set booked_on = null where id = 2',
    ['L2'],
  ],
  [
    'a stage that counts before it was reached',
    `update project_events set booked_on = '2026-05-31'`,
    `update project_events set booked_on = '2026-06-01'`,
    ['X1'],
  ],
  [
    'shares that are not one whole',
    'update project_shares set share = 0.5 where id = 2',
    'update project_shares set share = 0.4 where id = 2',
    ['X1'],
  ],
  [
    'a file that is not what was kept',
    `update files set bytes = 'else'`,
    `update files set bytes = convert_to('通报', 'UTF8')`,
    ['通报.docx'],
  ],
])('verify names %s: exit 1', async (_, spoil, mend, numbers) => {
  await at.inOrg((tx) => sql.raw(spoil).execute(tx.sql));
  const { code, breaches } = await records();
  await at.inOrg((tx) => sql.raw(mend).execute(tx.sql));
  expect(code).toBe(1);
  expect(breaches.map((breach) => breach.numbers)).toEqual([numbers]);
});
