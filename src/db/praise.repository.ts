import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Praise } from '../domain/work/praise.ts';
import { insertRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Whom a praise is of: a person or a unit. */
export type Praised = { readonly personId: number } | { readonly unitId: number };

/** Keeps a praise; its number. The same words of the same one by the same person on a day are kept once: null then. */
export async function insertPraise(
  tx: OrgTx,
  praised: Praised,
  given: { readonly text: string; readonly on: CalendarDate; readonly by: number; readonly at: Date },
): Promise<number | null> {
  const [person, unit] = 'personId' in praised ? [praised.personId, null] : [null, praised.unitId];
  const known = await list(
    tx,
    sql`p.by_id = ${given.by} and p.praised_on = ${given.on} and p.text = ${given.text}
      and p.person_id is not distinct from ${person}::integer and p.unit_id is not distinct from ${unit}::integer`,
  );
  if (known.length > 0) return null;
  const { text, on, by, at } = given;
  const row = { person_id: person, unit_id: unit, text, praised_on: on, by_id: by, at };
  return (await insertRecord(tx, 'praises', row)).id;
}

/** Praises of a span of days, the latest first. */
export const praisesBetween = (tx: OrgTx, from: CalendarDate, to: CalendarDate): Promise<readonly Praise[]> =>
  list(tx, sql`p.praised_on between ${from} and ${to}`);

async function list(tx: OrgTx, condition: RawBuilder<unknown>): Promise<readonly Praise[]> {
  const { rows } = await sql<Praise>`
    select p.id, coalesce(w.name || coalesce('（' || wu.name || '）', ''), u.name) as whose, p.text, b.name as by,
      p.praised_on as "on"
    from praises p join people b on b.org_id = p.org_id and b.id = p.by_id
    left join people w on w.org_id = p.org_id and w.id = p.person_id
    left join units wu on wu.org_id = w.org_id and wu.id = w.unit_id
    left join units u on u.org_id = p.org_id and u.id = p.unit_id
    where ${condition} order by p.id desc`.execute(tx.sql);
  return rows;
}
