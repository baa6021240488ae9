import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Effect, EffectKind } from '../domain/effect/effect.ts';
import { type Decimal, decimal } from '../domain/money/decimal.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Keeps an effect of a project; told anew it takes the former's place. */
export async function putEffect(
  tx: OrgTx,
  told: {
    readonly projectId: number;
    readonly kind: EffectKind;
    readonly amount: Decimal;
    readonly on: CalendarDate;
    readonly by: number;
  },
): Promise<void> {
  const { projectId: project_id, kind, amount, on: told_on, by: told_by } = told;
  const known = await tx.sql
    .selectFrom('effects')
    .select('id')
    .where('project_id', '=', project_id)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (known) await updateRecord(tx, 'effects', known.id, { amount, told_on, told_by });
  else await insertRecord(tx, 'effects', { project_id, kind, amount, told_on, told_by });
}

/** Effects as last told, of a project, of a unit's projects or of all. */
export async function effectsOf(
  tx: OrgTx,
  of: { readonly projectId?: number | undefined; readonly unitId?: number | undefined },
): Promise<readonly Effect[]> {
  const { rows } = await sql<Effect>`
    select e.project_id as "projectId", x.name as "projectName", x.unit_id as "unitId", e.kind, e.amount, e.told_on as "on"
    from effects e join projects x on x.org_id = e.org_id and x.id = e.project_id
    where x.adjudication <> 'refused'
      and (${of.projectId ?? null}::integer is null or x.id = ${of.projectId ?? null})
      and (${of.unitId ?? null}::integer is null or x.unit_id = ${of.unitId ?? null})
    order by e.told_on desc, e.id`.execute(tx.sql);
  return rows.map((row) => ({ ...row, amount: decimal(row.amount) }));
}
