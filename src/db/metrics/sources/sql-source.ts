import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../../../domain/calendar/date.ts';
import { decimal } from '../../../domain/money/decimal.ts';
import { type BehindRow, countedOnce } from '../../../domain/report/behind.ts';
import type { Narrow } from '../../../domain/report/figure-name.ts';
import { bookedIn, inHindsight } from '../../counted-rows.ts';
import type { OrgTx } from '../../org-transaction.ts';
import type { Figures, Scope, Source, Wanted } from '../metric.ts';
import { conditionOf, needsOf } from './conditions.ts';

interface SqlRows {
  readonly name: string;
  readonly narrows: readonly Narrow['by'][];
  readonly rows: (tx: OrgTx, scope: Scope, needs: ReadonlySet<string>) => RawBuilder<unknown>;
}

/**
 * A source whose rows `r` come from SQL: a select with `unit_id`, `share` and what its metrics read; where `rows` are
 * needed also the columns of {@link listed}.
 */
export function sqlSource(source: SqlRows): Source {
  return {
    name: source.name,
    narrows: source.narrows,
    async read(tx, scope, wanted) {
      const needs = new Set(wanted.flatMap(needsOf));
      const columns = wanted.map(
        ({ metric, narrows }, at) => sql`coalesce(${metric.measure(conditionOf(narrows))}, 0) as ${sql.ref(`m${at}`)}`,
      );
      const { rows } = await sql<Record<string, string> & { unit_id: number }>`
        select r.unit_id, ${sql.join(columns)} from (${source.rows(tx, scope, needs)}) r
        where r.unit_id is not null group by r.unit_id`.execute(tx.sql);
      return new Map(rows.map((row) => [row.unit_id, figuresOf(row, wanted)]));
    },
    list: (tx, scope, wanted, units, most) => listRows(tx, source.rows, scope, wanted, units, most),
  };
}

/** The same aggregate over each row by itself; rows that add nothing are left out. */
async function listRows(
  tx: OrgTx,
  rowsOf: SqlRows['rows'],
  scope: Scope,
  wanted: Wanted,
  units: readonly number[],
  most: number,
): Promise<readonly BehindRow[]> {
  if (units.length === 0) return [];
  const { metric, narrows } = wanted;
  const adds = metric.measure(conditionOf(narrows));
  const once = metric.once ? sql`r.${sql.ref(metric.once)}` : sql`null::text`;
  const columns = sql`r.unit_id, r.row_id, r.record, r.project_id, r.what, r.share, r.happened_on, r.booked_on, r.late`;
  const { rows } = await sql<ListedRow>`
    select ${columns}, ${adds} as adds, ${once} as once_key
    from (${rowsOf(tx, scope, new Set([...needsOf(wanted), 'project', 'rows']))}) r
    where r.unit_id in (${sql.join([...units])})
    group by ${columns} ${metric.once ? sql`, ${once}` : sql``}
    having coalesce(${adds}, 0) <> 0
    order by coalesce(r.booked_on, r.happened_on), r.row_id, r.unit_id limit ${most}`.execute(tx.sql);
  const listed = rows.map((row) => ({ ...toBehind(row), onceKey: row.once_key ?? '' }));
  return metric.once ? countedOnce(listed) : listed.map(({ onceKey: _, ...row }) => row);
}

interface ListedRow {
  readonly unit_id: number;
  readonly record: string;
  readonly project_id: number | null;
  readonly what: string;
  readonly share: string;
  readonly adds: string;
  readonly happened_on: CalendarDate;
  readonly booked_on: CalendarDate | null;
  readonly late: boolean;
  readonly once_key: string | null;
}

const toBehind = (row: ListedRow): BehindRow => ({
  unitId: row.unit_id,
  record: row.record,
  projectId: row.project_id,
  what: row.what,
  share: decimal(row.share),
  adds: decimal(row.adds),
  happenedOn: row.happened_on,
  bookedOn: row.booked_on,
  late: row.late,
});

/** The columns that a list of rows needs beside the figure: row_id, record, project_id, what, happened_on, booked_on, late. */
export const listed = (needs: ReadonlySet<string>, columns: RawBuilder<unknown>): RawBuilder<unknown> =>
  needs.has('rows') ? sql`, ${columns}` : sql``;

const figuresOf = (row: Record<string, string>, wanted: readonly Wanted[]) =>
  Object.fromEntries(
    wanted.map(({ key }, at) => [key, decimal(row[`m${at}`] ?? '0')]),
  ) satisfies Figures extends ReadonlyMap<number, infer Row> ? Row : never;

/** The project's columns that narrow; none when nothing asks for them, so that the indexes alone are read. */
export const projectColumns = (needs: ReadonlySet<string>): RawBuilder<unknown> =>
  needs.has('project')
    ? sql`, p.investment_wan as investment, p.project_type, p.foreign_funded, p.origin, p.chain, p.source_method`
    : sql``;

/** The join to go with {@link projectColumns}, on the table with this alias. */
export const projectJoin = (needs: ReadonlySet<string>): RawBuilder<unknown> =>
  needs.has('project') ? sql`join projects p on p.org_id = e.org_id and p.id = e.project_id` : sql``;

/** Whether a counted record falls into the span: booked there, in hindsight 补报 where it happened. */
export const within = (span: Pick<Scope, 'from' | 'to' | 'hindsight'>): RawBuilder<unknown> =>
  span.hindsight ? inHindsight(span) : bookedIn(span);

/** Credit by the project's shares on the day it happened. */
export const shareJoin = sql`left join project_shares s on s.org_id = e.org_id and s.project_id = e.project_id
  and s.from_on <= e.occurred_on and (s.to_on is null or e.occurred_on < s.to_on)`;
