import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { type Amount, type Decimal, decimal } from '../domain/money/decimal.ts';
import type { ProjectContact, ProjectEvent } from '../domain/project/history.ts';
import type { Standing } from '../domain/project/project.ts';
import { insertRecord, updateRecord } from './change.ts';
import { type Decision, decisionColumns } from './decision.ts';
import { toJson } from './json-column.ts';
import type { OrgTx } from './org-transaction.ts';
import type { ProjectEventRow } from './project.table.ts';

/** Files a dated event of a project; gives it. */
export async function insertEvent(
  tx: OrgTx,
  event: Pick<ProjectEvent, 'projectId' | 'kind' | 'occurredOn' | 'note' | 'reportedBy' | 'reportedAt'> &
    Partial<
      Pick<
        ProjectEvent,
        'fromStage' | 'toStage' | 'agreement' | 'unitId' | 'state' | 'bookedOn' | 'late' | 'verifiedBy'
      >
    > & {
      readonly evidence?: Readonly<Record<string, string>>;
      readonly verifiedAt?: Date;
    },
): Promise<ProjectEvent> {
  const row = await insertRecord(tx, 'project_events', {
    project_id: event.projectId,
    kind: event.kind,
    from_stage: event.fromStage ?? null,
    to_stage: event.toStage ?? null,
    agreement_wan: event.agreement ?? null,
    occurred_on: event.occurredOn,
    note: event.note,
    evidence: toJson(event.evidence ?? {}),
    unit_id: event.unitId ?? null,
    state: event.state ?? 'verified',
    reported_by: event.reportedBy,
    reported_at: event.reportedAt,
    verified_by: event.verifiedBy ?? null,
    verified_at: event.verifiedAt ?? null,
    booked_on: event.bookedOn ?? null,
    late: event.late ?? false,
  });
  return toEvent(row);
}

/** Changes an event while it is still reported; null when it was decided before. */
export async function decideEvent(tx: OrgTx, id: number, decision: Decision): Promise<ProjectEvent | null> {
  const row = await updateRecord(tx, 'project_events', id, decisionColumns(decision), sql`state = 'reported'`);
  return row ? toEvent(row) : null;
}

/** The latest events of a project, newest first. */
export const latestEvents = (tx: OrgTx, projectId: number, limit: number): Promise<readonly ProjectEvent[]> =>
  events(tx, sql`project_id = ${projectId} order by id desc limit ${limit}`);

/** The event of a number, or null. */
export const findEvent = async (tx: OrgTx, id: number): Promise<ProjectEvent | null> =>
  (await events(tx, sql`id = ${id}`))[0] ?? null;

/** Stage moves of a project that wait to be verified, oldest first. */
export const waitingMoves = (tx: OrgTx, projectId: number): Promise<readonly ProjectEvent[]> =>
  events(tx, sql`project_id = ${projectId} and state = 'reported' and kind = 'stage' order by id`);

/** Every stage move that waits to be verified, oldest first. */
export const allWaitingMoves = (tx: OrgTx, limit: number): Promise<readonly ProjectEvent[]> =>
  events(tx, sql`state = 'reported' and kind = 'stage' order by id limit ${limit}`);

/** Stage moves of a project that stand (verified), newest first. */
export const standingMoves = (tx: OrgTx, projectId: number): Promise<readonly ProjectEvent[]> =>
  events(tx, sql`project_id = ${projectId} and state = 'verified' and kind = 'stage' order by id desc`);

/** The stages of a project that count: its moves that are booked and that no step back voided since, oldest first. */
export const countedMoves = (tx: OrgTx, projectId: number): Promise<readonly ProjectEvent[]> =>
  events(
    tx,
    sql`project_id = ${projectId} and state = 'verified' and kind = 'stage' and booked_on is not null
      and not exists (select 1 from project_events v where v.project_id = project_events.project_id and v.kind = 'void'
        and v.to_stage = project_events.to_stage and v.id > project_events.id) order by id`,
  );

/** Where a project stood before it was shelved: its last stage that was not returned. */
export async function stageBefore(tx: OrgTx, projectId: number): Promise<Standing | null> {
  const { rows } = await sql<{ stage: Standing | null }>`
    select coalesce(
      (select to_stage from project_events where project_id = ${projectId} and kind = 'stage' and state <> 'returned'
        and to_stage not in ('搁置', '流失', '否决') order by id desc limit 1),
      (select from_stage from project_events where project_id = ${projectId} and kind = 'stage' and to_stage = '搁置'
        order by id desc limit 1)) as stage`.execute(tx.sql);
  return rows[0]?.stage ?? null;
}

async function events(tx: OrgTx, where: RawBuilder<unknown>): Promise<readonly ProjectEvent[]> {
  const { rows } = await sql<Selectable<ProjectEventRow>>`select * from project_events where ${where}`.execute(tx.sql);
  return rows.map(toEvent);
}

/** Adds a contact to a project. */
export async function insertContact(tx: OrgTx, projectId: number, contact: Omit<ProjectContact, 'id'>): Promise<void> {
  await insertRecord(tx, 'project_contacts', { project_id: projectId, ...contact });
}

/** The contacts of a project. */
export async function contactsOf(tx: OrgTx, projectId: number): Promise<readonly ProjectContact[]> {
  return tx.sql
    .selectFrom('project_contacts')
    .select(['id', 'name', 'title', 'mobile'])
    .where('project_id', '=', projectId)
    .orderBy('id')
    .execute();
}

/** Gives a unit the whole credit of a project from a day on, ending what was before. */
export const shareWholly = (tx: OrgTx, projectId: number, unitId: number, fromOn: CalendarDate): Promise<void> =>
  shareOut(tx, projectId, [{ unitId, share: decimal('1') }], fromOn);

/** A split that ends: from `until` on all credit is one unit's. */
export interface ShareTerm {
  readonly until: CalendarDate;
  readonly heir: number;
}

/** Splits the credit of a project from a day on, ending what was before and was to come. The shares add up to 1. */
export async function shareOut(
  tx: OrgTx,
  projectId: number,
  parts: readonly { readonly unitId: number; readonly share: Decimal }[],
  fromOn: CalendarDate,
  term: ShareTerm | null = null,
): Promise<void> {
  await endShares(tx, projectId, fromOn);
  for (const part of parts) await insertShare(tx, projectId, { ...part, fromOn, toOn: term?.until ?? null });
  if (term) {
    await insertShare(tx, projectId, { unitId: term.heir, share: decimal('1'), fromOn: term.until, toOn: null });
  }
}

/** Gives the part of the credit that one unit has to another one, from a day on; the parts and terms of others stay. */
export async function moveShare(
  tx: OrgTx,
  projectId: number,
  { from, to }: { readonly from: number | null; readonly to: number },
  fromOn: CalendarDate,
): Promise<void> {
  const moved = (await sharesFrom(tx, projectId, fromOn)).map((part) => ({
    unitId: part.unit_id === from ? to : part.unit_id,
    share: part.share,
    fromOn: part.from_on < fromOn ? fromOn : part.from_on,
    toOn: part.to_on,
  }));
  const now = moved.filter((part) => part.fromOn === fromOn);
  const shared = now.length > 1 && now.filter(({ unitId }) => unitId === to).length === 1;
  if (!shared) return shareWholly(tx, projectId, to, fromOn);
  await endShares(tx, projectId, fromOn);
  for (const part of moved) await insertShare(tx, projectId, part);
}

/** The parts that count on a day or later. */
const sharesFrom = (tx: OrgTx, projectId: number, day: CalendarDate) =>
  tx.sql
    .selectFrom('project_shares')
    .select(['id', 'unit_id', 'share', 'from_on', 'to_on'])
    .where('project_id', '=', projectId)
    .where((where) =>
      where.or([
        where('to_on', 'is', null),
        where.and([where('to_on', '>', day), where('to_on', '>', where.ref('from_on'))]),
      ]),
    )
    .orderBy('id')
    .execute();

/** Ends every part on a day; one that begins later never begins. */
async function endShares(tx: OrgTx, projectId: number, day: CalendarDate): Promise<void> {
  for (const { id, from_on } of await sharesFrom(tx, projectId, day)) {
    await updateRecord(tx, 'project_shares', id, { to_on: from_on > day ? from_on : day });
  }
}

const insertShare = (
  tx: OrgTx,
  projectId: number,
  part: {
    readonly unitId: number;
    readonly share: Decimal;
    readonly fromOn: CalendarDate;
    readonly toOn: CalendarDate | null;
  },
) =>
  insertRecord(tx, 'project_shares', {
    project_id: projectId,
    unit_id: part.unitId,
    share: part.share,
    from_on: part.fromOn,
    to_on: part.toOn,
  });

function toEvent(row: Selectable<ProjectEventRow>): ProjectEvent {
  return {
    id: row.id,
    projectId: row.project_id,
    kind: row.kind,
    fromStage: row.from_stage as Standing | null,
    toStage: row.to_stage as Standing | null,
    agreement: row.agreement_wan === null ? null : decimal<Amount>(row.agreement_wan),
    occurredOn: row.occurred_on,
    note: row.note,
    unitId: row.unit_id,
    state: row.state,
    reportedBy: row.reported_by,
    reportedAt: row.reported_at,
    verifiedBy: row.verified_by,
    returnedReason: row.returned_reason,
    bookedOn: row.booked_on,
    late: row.late,
  };
}
