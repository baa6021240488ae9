import { type RawBuilder, sql } from 'kysely';
import { decimal } from '../../../domain/money/decimal.ts';
import type { Narrow } from '../../../domain/report/figure-name.ts';
import type { OrgTx } from '../../org-transaction.ts';
import type { Figures, Scope, Source, Wanted } from '../metric.ts';

/** A source whose rows `r` come from SQL: a select with `unit_id`, `share` and what its metrics read. */
export function sqlSource(source: {
  readonly name: string;
  readonly narrows: readonly Narrow['by'][];
  readonly rows: (tx: OrgTx, scope: Scope, needs: ReadonlySet<string>) => RawBuilder<unknown>;
}): Source {
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
  };
}

const figuresOf = (row: Record<string, string>, wanted: readonly Wanted[]) =>
  Object.fromEntries(
    wanted.map(({ key }, at) => [key, decimal(row[`m${at}`] ?? '0')]),
  ) satisfies Figures extends ReadonlyMap<number, infer Row> ? Row : never;

/** Narrowing by what stands on the project needs its row. */
const OF_PROJECT: ReadonlySet<string> = new Set(['size', 'type', 'origin', 'chain', 'method']);

const needsOf = ({ metric, narrows }: Wanted): readonly string[] => [
  ...(metric.needs ?? []),
  ...(narrows.some(({ by }) => OF_PROJECT.has(by)) ? ['project'] : []),
];

const conditionOf = (narrows: readonly Narrow[]): RawBuilder<unknown> =>
  narrows.length === 0 ? sql`true` : sql.join(narrows.map(oneCondition), sql` and `);

function oneCondition(narrow: Narrow): RawBuilder<unknown> {
  switch (narrow.by) {
    case 'size':
      return sql`coalesce(r.investment >= ${narrow.from ?? '0'} and (${narrow.below}::numeric is null or r.investment < ${narrow.below}), false)`;
    case 'type':
      if (narrow.is === '外资') return sql`(r.foreign_funded or r.project_type = '外资')`;
      if (narrow.is === '内资') return sql`not (r.foreign_funded or r.project_type = '外资')`;
      return sql`r.project_type = ${narrow.is}`;
    case 'origin':
      return sql`r.origin in (${sql.join([...narrow.in])})`;
    case 'chain':
      return narrow.is === null ? sql`r.chain is not null` : sql`r.chain = ${narrow.is}`;
    case 'method':
      return sql`r.source_method = ${narrow.is}`;
    case 'kind':
      return sql`r.kind = ${narrow.is}`;
    case 'level':
      return sql`r.level = ${narrow.is}`;
  }
}

/** The project's columns that narrow; none when nothing asks for them, so that the indexes alone are read. */
export const projectColumns = (needs: ReadonlySet<string>): RawBuilder<unknown> =>
  needs.has('project')
    ? sql`, p.investment_wan as investment, p.project_type, p.foreign_funded, p.origin, p.chain, p.source_method`
    : sql``;

/** The join to go with {@link projectColumns}, on the table with this alias. */
export const projectJoin = (needs: ReadonlySet<string>): RawBuilder<unknown> =>
  needs.has('project') ? sql`join projects p on p.org_id = e.org_id and p.id = e.project_id` : sql``;

/** Credit by the project's shares on the day it happened. */
export const shareJoin = sql`left join project_shares s on s.org_id = e.org_id and s.project_id = e.project_id
  and s.from_on <= e.occurred_on and (s.to_on is null or e.occurred_on < s.to_on)`;
