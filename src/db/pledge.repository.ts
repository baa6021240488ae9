import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** 军令状: who signed for a unit's targets of a year. */
export interface Pledge {
  readonly id: number;
  readonly unitId: number;
  readonly year: number;
  readonly signatory: string;
  readonly signedOn: CalendarDate;
  readonly text: string | null;
  /** The signed paper, where it was kept. */
  readonly file: { readonly id: string; readonly name: string; readonly mime: string; readonly size: number } | null;
}

/** The pledges of a year, of all units or of one. */
export async function pledgesOf(tx: OrgTx, year: number, unitId?: number): Promise<readonly Pledge[]> {
  const { rows } = await sql<Omit<Pledge, 'file'> & { file: Pledge['file'] }>`
    select p.id, p.unit_id as "unitId", p.year, p.signatory, p.signed_on as "signedOn", p.text,
      case when f.id is null then null
        else json_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'size', f.size) end as file
    from pledges p left join files f on f.org_id = p.org_id and f.id = p.file_id
    where p.org_id = ${tx.orgId} and p.year = ${year}
      and (${unitId ?? null}::integer is null or p.unit_id = ${unitId ?? null}) order by p.unit_id`.execute(tx.sql);
  return rows;
}

/** Keeps a pledge: a new one, or the unit's of that year signed anew; a paper kept before stays when none comes along. */
export async function putPledge(
  tx: OrgTx,
  pledge: Omit<Pledge, 'id' | 'file'> & { readonly fileId: string | null; readonly by: number; readonly at: Date },
): Promise<void> {
  const { unitId, year, signatory, signedOn, text, fileId, by, at } = pledge;
  const written = { signatory, signed_on: signedOn, text, recorded_by: by, recorded_at: at };
  const file = fileId === null ? {} : { file_id: fileId };
  const [known] = await pledgesOf(tx, year, unitId);
  if (known) await updateRecord(tx, 'pledges', known.id, { ...written, ...file });
  else await insertRecord(tx, 'pledges', { unit_id: unitId, year, ...written, file_id: fileId });
}
