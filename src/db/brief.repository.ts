import { sql } from 'kysely';
import type { OrgTx } from './org-transaction.ts';

/** A lead that was recorded, as a group hears of it. */
export interface NewLead {
  readonly id: number;
  readonly name: string;
  readonly unitId: number | null;
  readonly unitName: string | null;
}

/** Leads first reported in (after, until], oldest first. */
export async function leadsBetween(tx: OrgTx, after: Date, until: Date): Promise<readonly NewLead[]> {
  const { rows } = await sql<NewLead>`
    select x.id, x.name, x.first_unit_id as "unitId", u.name as "unitName"
    from projects x left join units u on u.org_id = x.org_id and u.id = x.first_unit_id
    where x.first_reported_at > ${after} and x.first_reported_at <= ${until}
    order by x.first_reported_at, x.id limit 200`.execute(tx.sql);
  return rows;
}
