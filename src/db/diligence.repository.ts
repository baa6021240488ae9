import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Diligence, Told } from '../domain/project/diligence.ts';
import { insertRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Keeps what was found of a project's investor; former findings stay. */
export async function insertDiligence(
  tx: OrgTx,
  projectId: number,
  told: Told & { readonly on: CalendarDate; readonly by: number },
): Promise<void> {
  const { strength, risk, words, source, on, by } = told;
  const row = { project_id: projectId, strength, risk, words, source, checked_on: on, checked_by: by };
  await insertRecord(tx, 'diligences', row);
}

/** The last finding of a project's investor; null when nobody looked. */
export async function latestDiligence(tx: OrgTx, projectId: number): Promise<Diligence | null> {
  const { rows } = await sql<Diligence>`
    select d.strength, d.risk, d.words, d.source, d.checked_on as "on", p.name as by
    from diligences d join people p on p.org_id = d.org_id and p.id = d.checked_by
    where d.project_id = ${projectId} order by d.id desc limit 1`.execute(tx.sql);
  return rows[0] ?? null;
}

/** A project that is talked of or signed, with what was last found of its investor; nulls when nobody looked. */
export interface Looked {
  readonly id: number;
  readonly name: string;
  readonly strength: Diligence['strength'] | null;
  readonly risk: Diligence['risk'] | null;
  readonly on: CalendarDate | null;
}

/** Open projects before production, of a unit or of all: the riskiest first, then those nobody looked at. Secret ones are left out. */
export async function diligences(tx: OrgTx, unitId: number | null): Promise<readonly Looked[]> {
  const { rows } = await sql<Looked>`
    select x.id, x.name, d.strength, d.risk, d.checked_on as "on" from projects x
    left join lateral (select strength, risk, checked_on from diligences where project_id = x.id
      order by id desc limit 1) d on true
    where x.stage in ('在谈', '意向', '签约', '落地', '开工') and x.secret_to is null and x.adjudication <> 'refused'
      and (${unitId}::integer is null or x.unit_id = ${unitId})
    order by array_position(array['高', '中']::text[], d.risk) nulls last, d.risk is not null,
      x.investment_wan desc nulls last, x.id`.execute(tx.sql);
  return rows;
}
