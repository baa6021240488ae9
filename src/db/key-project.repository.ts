import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { OrgTx } from './org-transaction.ts';

/** A project of the key library (顶格推进) with who pushes it, the aim and its status line. */
export interface KeyProject {
  readonly id: number;
  readonly name: string;
  readonly stage: string;
  readonly leader: string | null;
  readonly unitId: number | null;
  readonly unit: string | null;
  /** By when it should stand where. */
  readonly by: CalendarDate | null;
  readonly aim: string | null;
  readonly lastProgressOn: CalendarDate;
  /** The latest 进展. */
  readonly status: string | null;
}

/** Key projects that are still under way, the longest without progress first. */
export async function keyProjects(tx: OrgTx): Promise<readonly KeyProject[]> {
  const { rows } = await sql<KeyProject>`
    select x.id, x.name, x.stage, x.leader, x.unit_id as "unitId", u.name as unit, x.expected_on as "by",
      x.expected_stage as aim, x.last_progress_on as "lastProgressOn",
      (select e.note from project_events e where e.org_id = x.org_id and e.project_id = x.id and e.kind = 'progress'
        order by e.id desc limit 1) as status
    from projects x left join units u on u.org_id = x.org_id and u.id = x.unit_id
    where x.org_id = ${tx.orgId} and x.key_project and x.stage not in ('投产', '流失', '否决')
    order by x.last_progress_on, x.id`.execute(tx.sql);
  return rows;
}
