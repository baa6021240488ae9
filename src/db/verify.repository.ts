import { type RawBuilder, sql } from 'kysely';
import type { OrgTx } from './org-transaction.ts';

/** What must hold of the records themselves: the words of the rule, and the numbers of what breaks it. */
export interface RuleBreach {
  readonly rule: string;
  readonly numbers: readonly string[];
}

const RULES: readonly (readonly [rule: string, breaking: RawBuilder<{ number: string }>])[] = [
  [
    '冲销与原记录同项目、同台账、金额相反，原记录标为已冲销',
    sql`select 'L' || r.id as number from entries r join entries o on o.org_id = r.org_id and o.id = r.reverses_id
      where r.amount <> -o.amount or r.project_id <> o.project_id or r.kind <> o.kind or o.state <> 'reversed'
        or (r.booked_on is null) <> (o.booked_on is null)`,
  ],
  [
    '已冲销的记录有冲销记录',
    sql`select 'L' || o.id as number from entries o where o.state = 'reversed'
      and not exists (select 1 from entries r where r.org_id = o.org_id and r.reverses_id = o.id)`,
  ],
  [
    '核实的记录计入某一天，不早于发生的那天；没核实的不计入',
    sql`select 'L' || id as number from entries where reverses_id is null
      and ((state = 'verified' and (booked_on is null or booked_on < occurred_on))
        or (state in ('reported', 'returned') and booked_on is not null))`,
  ],
  [
    '核实的阶段计入某一天，不早于发生的那天，同一阶段只计一次；没核实的不计入',
    sql`select 'X' || project_id as number from project_events where kind = 'stage' and verified_by is not null
      and ((state = 'verified' and booked_on < occurred_on) or (state <> 'verified' and booked_on is not null)
        or (state = 'verified' and booked_on is null and not exists (select 1 from project_events f
          where f.org_id = project_events.org_id and f.project_id = project_events.project_id
            and f.to_stage = project_events.to_stage and f.state = 'verified' and f.booked_on is not null)))`,
  ],
  [
    '各单位在一个项目里的份额合计为 1',
    sql`select 'X' || project_id as number from project_shares where to_on is null
      group by project_id having abs(sum(share) - 1) > 0.000001`,
  ],
  [
    '保存的文件与校验码相符',
    sql`select name as number from files where encode(sha256(bytes), 'hex') <> sha256 or octet_length(bytes) <> size`,
  ],
];

/** Every rule of the records that is broken in this org; none when all is well. */
export async function breaches(tx: OrgTx): Promise<readonly RuleBreach[]> {
  const found: RuleBreach[] = [];
  for (const [rule, breaking] of RULES) {
    const { rows } = await sql<{ number: string }>`${breaking} order by 1 limit 50`.execute(tx.sql);
    if (rows.length > 0) found.push({ rule, numbers: rows.map(({ number }) => number) });
  }
  return found;
}

/** How many lines of ledgers and kept files were looked at. */
export async function recordCounts(tx: OrgTx): Promise<{ readonly entries: number; readonly files: number }> {
  const { rows } = await sql<{ entries: number; files: number }>`
    select (select count(*)::integer from entries) as entries, (select count(*)::integer from files) as files`.execute(
    tx.sql,
  );
  return rows[0] ?? { entries: 0, files: 0 };
}
