import { sql } from 'kysely';
import type { DrillPart, Teammate } from '../domain/activity/drill.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Keeps that somebody took part; told anew with another award, that one stands. False when nothing is new. */
export async function putDrill(
  tx: OrgTx,
  part: Pick<DrillPart, 'kind' | 'name' | 'from' | 'to' | 'award'> & { readonly personId: number; readonly by: number },
): Promise<boolean> {
  const { kind, name, from, to, award, personId, by } = part;
  const known = await tx.sql
    .selectFrom('drills')
    .select(['id', 'award'])
    .where('person_id', '=', personId)
    .where('name', '=', name)
    .where('from_on', '=', from)
    .executeTakeFirst();
  if (known && (award === null || known.award === award)) return false;
  if (known) await updateRecord(tx, 'drills', known.id, { award });
  else
    await insertRecord(tx, 'drills', {
      ...{ kind, name, from_on: from, to_on: to },
      ...{ person_id: personId, award, recorded_by: by },
    });
  return true;
}

/** Parts in trainings and contests that began in a span, of a unit or of all, the latest first. */
export async function drillParts(
  tx: OrgTx,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  unitId: number | null,
): Promise<readonly DrillPart[]> {
  const { rows } = await sql<DrillPart>`
    select d.kind, d.name, d.from_on as "from", d.to_on as "to", p.name as person, u.name as unit, d.award
    from drills d join people p on p.org_id = d.org_id and p.id = d.person_id
    left join units u on u.org_id = p.org_id and u.id = p.unit_id
    where d.from_on between ${from} and ${to} and (${unitId}::integer is null or p.unit_id = ${unitId})
    order by d.from_on desc, d.name, d.id`.execute(tx.sql);
  return rows;
}

/** The people of the units, leaders and the disabled left out, with what they took part in in a span. */
export async function teammates(
  tx: OrgTx,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  unitId: number | null,
): Promise<readonly Teammate[]> {
  const { rows } = await sql<Omit<Teammate, 'times'> & { times: string }>`
    select p.name, u.name as unit, p.title, count(d.id) as times,
      coalesce(array_agg(d.award order by d.from_on) filter (where d.award is not null), '{}') as awards
    from people p join units u on u.org_id = p.org_id and u.id = p.unit_id
    left join drills d on d.org_id = p.org_id and d.person_id = p.id and d.from_on between ${from} and ${to}
    where not p.disabled and p.role <> 'leader' and (${unitId}::integer is null or p.unit_id = ${unitId})
    group by p.id, p.name, u.name, u.sort_order, p.title order by u.sort_order, u.name, p.id`.execute(tx.sql);
  return rows.map((row) => ({ ...row, times: Number(row.times) }));
}
