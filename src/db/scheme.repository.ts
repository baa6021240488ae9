import type { Selectable } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { insertRecord, updateRecord } from './change.ts';
import { toJson } from './json-column.ts';
import type { SchemeRow } from './ledger.table.ts';
import type { OrgTx } from './org-transaction.ts';

/** One edition of a board (方案) as it is kept. `body` is a board plan, or a scheme alone. */
export interface StoredBoard {
  readonly id: number;
  readonly name: string;
  readonly edition: number;
  readonly body: unknown;
  readonly activeFrom: CalendarDate;
  readonly endsOn: CalendarDate | null;
  readonly draft: boolean;
}

/** Every edition, by name, newest first. */
export async function allBoards(tx: OrgTx): Promise<readonly StoredBoard[]> {
  const rows = await tx.sql.selectFrom('schemes').selectAll().orderBy('name').orderBy('edition', 'desc').execute();
  return rows.map(toBoard);
}

/** The edition of each board that is in force on a day: the one that began last; none of a board that has ended. */
export async function boardsOn(tx: OrgTx, day: CalendarDate): Promise<readonly StoredBoard[]> {
  const rows = await tx.sql
    .selectFrom('schemes')
    .selectAll()
    .distinctOn('name')
    .where('draft', '=', false)
    .where('active_from', '<=', day)
    .orderBy('name')
    .orderBy('active_from', 'desc')
    .orderBy('edition', 'desc')
    .execute();
  return rows.map(toBoard).filter(({ endsOn }) => endsOn === null || endsOn >= day);
}

/** Keeps a new edition as a draft: the number after the board's last. */
export async function insertDraft(
  tx: OrgTx,
  draft: { readonly name: string; readonly body: unknown; readonly activeFrom: CalendarDate; readonly now: Date },
): Promise<StoredBoard> {
  const last = await tx.sql
    .selectFrom('schemes')
    .select('edition')
    .where('name', '=', draft.name)
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst();
  const row = await insertRecord(tx, 'schemes', {
    name: draft.name,
    edition: (last?.edition ?? 0) + 1,
    body: toJson(draft.body),
    active_from: draft.activeFrom,
    ends_on: null,
    draft: true,
    created_at: draft.now,
  });
  return toBoard(row);
}

/** Puts a draft into force from a day, or ends a board on a day; null when there is no such edition. */
export async function changeBoard(
  tx: OrgTx,
  id: number,
  patch: { readonly activeFrom?: CalendarDate; readonly draft?: false; readonly endsOn?: CalendarDate },
): Promise<StoredBoard | null> {
  const row = await updateRecord(tx, 'schemes', id, {
    ...(patch.activeFrom === undefined ? {} : { active_from: patch.activeFrom }),
    ...(patch.draft === undefined ? {} : { draft: patch.draft }),
    ...(patch.endsOn === undefined ? {} : { ends_on: patch.endsOn }),
  });
  return row ? toBoard(row) : null;
}

const toBoard = (row: Selectable<SchemeRow>): StoredBoard => ({
  id: row.id,
  name: row.name,
  edition: row.edition,
  body: row.body,
  activeFrom: row.active_from,
  endsOn: row.ends_on,
  draft: row.draft,
});
