import { type RawBuilder, sql } from 'kysely';
import type { Narrow } from '../../../domain/report/figure-name.ts';
import type { Wanted } from '../metric.ts';

/** Narrowing by what stands on the project needs its row. */
const OF_PROJECT: ReadonlySet<string> = new Set(['size', 'type', 'origin', 'chain', 'method']);

/** The optional columns that a figure needs. */
export const needsOf = ({ metric, narrows }: Wanted): readonly string[] => [
  ...(metric.needs ?? []),
  ...(narrows.some(({ by }) => OF_PROJECT.has(by)) ? ['project'] : []),
];

/** What must hold of a row `r`. */
export const conditionOf = (narrows: readonly Narrow[]): RawBuilder<unknown> =>
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
