import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { EntryKind } from '../domain/ledger/entry.ts';
import { decimal } from '../domain/money/decimal.ts';
import type { Stage } from '../domain/project/project.ts';
import type { WaitingItem } from '../domain/report/waiting.ts';
import type { OrgTx } from './org-transaction.ts';

/**
 * Stage moves that count and ledger entries that were reported by an instant and are not decided, of days up to `to`, cut
 * by the project's shares; oldest report first. Over the partial indexes of what is open.
 */
export async function waitingItems(tx: OrgTx, to: CalendarDate, asOf: Date): Promise<readonly WaitingItem[]> {
  const { rows } = await sql<WaitingRow>`
    select w.record, p.name as project, w.stage, w.ledger, w.amount, w.occurred_on, w.proved,
      coalesce(s.unit_id, w.unit_id) as unit_id, coalesce(s.share, 1) as share
    from (
      select 'X' || e.project_id as record, e.project_id, e.to_stage as stage, null::text as ledger, e.agreement_wan as amount,
        e.occurred_on, e.unit_id, e.note is not null or e.evidence <> '{}' or exists (select 1 from evidence v
          where v.org_id = e.org_id and v.event_id = e.id) as proved, e.reported_at, e.id
      from project_events e where e.org_id = ${tx.orgId} and e.state = 'reported' and e.kind = 'stage'
        and e.to_stage in ('签约', '落地', '开工', '投产') and e.occurred_on <= ${to} and e.reported_at <= ${asOf}
      union all
      select 'L' || e.id, e.project_id, null, e.kind, e.amount, e.occurred_on, e.unit_id,
        e.voucher is not null or exists (select 1 from evidence v where v.org_id = e.org_id and v.entry_id = e.id), e.reported_at, e.id
      from entries e where e.org_id = ${tx.orgId} and e.state = 'reported' and e.occurred_on <= ${to}
        and e.reported_at <= ${asOf}
    ) w join projects p on p.org_id = ${tx.orgId} and p.id = w.project_id
    left join project_shares s on s.org_id = ${tx.orgId} and s.project_id = w.project_id
      and s.from_on <= w.occurred_on and (s.to_on is null or w.occurred_on < s.to_on)
    where coalesce(s.unit_id, w.unit_id) is not null
    order by w.reported_at, w.record limit 2000`.execute(tx.sql);
  return rows.map(toItem);
}

interface WaitingRow {
  readonly record: string;
  readonly project: string;
  readonly stage: Stage | null;
  readonly ledger: EntryKind;
  readonly amount: string | null;
  readonly occurred_on: CalendarDate;
  readonly proved: boolean;
  readonly unit_id: number;
  readonly share: string;
}

const toItem = (row: WaitingRow): WaitingItem => ({
  record: row.record,
  project: row.project,
  what: row.stage === null ? { ledger: row.ledger } : { stage: row.stage },
  amount: row.amount === null ? null : decimal(row.amount),
  occurredOn: row.occurred_on,
  unitId: row.unit_id,
  share: decimal(row.share),
  proved: row.proved,
});
