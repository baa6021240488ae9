import { type RawBuilder, sql } from 'kysely';
import type { Cadence, CalendarEvent, EventScore } from '../domain/activity/event.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { type Decimal, decimal } from '../domain/money/decimal.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Files an event; gives its number. */
export async function insertCalendarEvent(
  tx: OrgTx,
  event: {
    readonly name: string;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly place: string | null;
    readonly unitId: number | null;
    readonly every: Cadence | null;
    readonly by: number;
    readonly at: Date;
  },
): Promise<number> {
  const row = await insertRecord(tx, 'events', {
    name: event.name,
    from_on: event.from,
    to_on: event.to,
    place: event.place,
    unit_id: event.unitId,
    every: event.every,
    made_by: event.by,
    made_at: event.at,
  });
  return row.id;
}

/** Adds tasks to the preparation of an event. */
export const addPreparation = async (tx: OrgTx, event: CalendarEvent, tasks: readonly number[]): Promise<void> => {
  await updateRecord(tx, 'events', event.id, { tasks: [...event.tasks, ...tasks] });
};

/** Writes down what came of an event; false when that was told before. */
export const putResult = async (
  tx: OrgTx,
  id: number,
  result: { readonly words: string; readonly by: number; readonly at: Date },
): Promise<boolean> =>
  (await updateRecord(
    tx,
    'events',
    id,
    { result: result.words, result_by: result.by, result_at: result.at },
    sql`result is null`,
  )) !== null;

/** Takes an event off the calendar. */
export const cancelCalendarEvent = async (tx: OrgTx, id: number): Promise<void> => {
  await updateRecord(tx, 'events', id, { cancelled: true }, sql`not cancelled`);
};

/** The event of a number, locked; null when there is none on the calendar. */
export const lockCalendarEvent = async (tx: OrgTx, id: number): Promise<CalendarEvent | null> =>
  id > 2_000_000_000 ? null : ((await events(tx, sql`e.id = ${id} for update of e`))[0] ?? null);

/** The event of a name and day; null when there is none on the calendar. */
export const sameCalendarEvent = async (tx: OrgTx, name: string, from: CalendarDate): Promise<CalendarEvent | null> =>
  (await events(tx, sql`e.name = ${name} and e.from_on = ${from}`))[0] ?? null;

/** Events without a result that begin up to a day, earliest first. */
export const eventsAhead = (tx: OrgTx, until: CalendarDate): Promise<readonly CalendarEvent[]> =>
  events(tx, sql`e.result is null and e.from_on <= ${until} order by e.from_on, e.id`);

/** The last events with a result. */
export const eventsHeld = (tx: OrgTx, most: number): Promise<readonly CalendarEvent[]> =>
  events(tx, sql`e.result is not null order by e.from_on desc, e.id desc limit ${most}`);

/** Every event that was not called off, earliest first. */
export const allEvents = (tx: OrgTx): Promise<readonly CalendarEvent[]> =>
  events(tx, sql`true order by e.from_on, e.id`);

async function events(tx: OrgTx, condition: RawBuilder<unknown>): Promise<readonly CalendarEvent[]> {
  const { rows } = await sql<CalendarEvent>`
    select e.id, e.name, e.from_on as "from", e.to_on as "to", e.place, e.unit_id as "unitId", u.name as "unitName",
      e.every, e.tasks, e.result, e.made_at as "madeAt"
    from events e left join units u on u.org_id = e.org_id and u.id = e.unit_id
    where not e.cancelled and ${condition}`.execute(tx.sql);
  return rows;
}

/** Keeps a person's mark for a project; given anew it takes the former's place. */
export async function putScore(
  tx: OrgTx,
  given: {
    readonly eventId: number;
    readonly projectId: number;
    readonly personId: number;
    readonly score: Decimal;
    readonly words: string | null;
  },
): Promise<void> {
  const { eventId: event_id, projectId: project_id, personId: person_id, score, words } = given;
  const known = await tx.sql
    .selectFrom('event_scores')
    .select('id')
    .where('event_id', '=', event_id)
    .where('project_id', '=', project_id)
    .where('person_id', '=', person_id)
    .executeTakeFirst();
  if (known) await updateRecord(tx, 'event_scores', known.id, { score, words });
  else await insertRecord(tx, 'event_scores', { event_id, project_id, person_id, score, words });
}

/** Every mark of an event. */
export async function scoresOf(tx: OrgTx, eventId: number): Promise<readonly EventScore[]> {
  const { rows } = await sql<EventScore>`
    select s.project_id as "projectId", x.name as "projectName", u.name as "unitName", s.score
    from event_scores s join projects x on x.org_id = s.org_id and x.id = s.project_id
    left join units u on u.org_id = x.org_id and u.id = x.unit_id
    where s.event_id = ${eventId} order by s.id`.execute(tx.sql);
  return rows.map((row) => ({ ...row, score: decimal(row.score) }));
}
