import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Opinion, Review, Verdict } from '../domain/work/review.ts';
import { insertRecord, insertRecords, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Files a review with a silent opinion for each unit; gives its number. */
export async function insertReview(
  tx: OrgTx,
  asked: {
    readonly projectId: number;
    readonly dueOn: CalendarDate;
    readonly by: number;
    readonly at: Date;
    readonly units: readonly number[];
  },
): Promise<number> {
  const { projectId: project_id, dueOn: due_on, by: asked_by, at: asked_at } = asked;
  const { id } = await insertRecord(tx, 'reviews', { project_id, due_on, asked_by, asked_at });
  await askUnits(tx, id, asked.units);
  return id;
}

/** Asks more units in a review. */
export const askUnits = (tx: OrgTx, reviewId: number, units: readonly number[]): Promise<readonly number[]> =>
  insertRecords(
    tx,
    'review_opinions',
    units.map((unit_id) => ({ review_id: reviewId, unit_id })),
  );

/** Writes down what a unit says. */
export async function putOpinion(
  tx: OrgTx,
  said: {
    readonly reviewId: number;
    readonly unitId: number;
    readonly verdict: Verdict;
    readonly words: string | null;
    readonly by: number;
    readonly at: Date;
  },
): Promise<void> {
  const row = await tx.sql
    .selectFrom('review_opinions')
    .select('id')
    .where('review_id', '=', said.reviewId)
    .where('unit_id', '=', said.unitId)
    .executeTakeFirst();
  if (!row) return;
  const { verdict, words, by: said_by, at: said_at } = said;
  await updateRecord(tx, 'review_opinions', row.id, { verdict, words, said_by, said_at });
}

/** Ends a review; false when it had ended. */
export const closeReview = async (tx: OrgTx, id: number, at: Date): Promise<boolean> =>
  (await updateRecord(tx, 'reviews', id, { closed_at: at }, sql`closed_at is null`)) !== null;

/** The review of a number, locked; null when the org has none. */
export const lockReview = async (tx: OrgTx, id: number): Promise<Review | null> =>
  id > 2_000_000_000 ? null : ((await reviews(tx, sql`r.id = ${id} for update of r`))[0] ?? null);

/** Reviews that are under way, earliest due first. */
export const openReviews = (tx: OrgTx): Promise<readonly Review[]> =>
  reviews(tx, sql`r.closed_at is null order by r.due_on, r.id`);

/** Every review, the latest first. */
export const allReviews = (tx: OrgTx): Promise<readonly Review[]> => reviews(tx, sql`true order by r.id desc`);

/** The latest review of a project; null when it had none. */
export const latestReview = async (tx: OrgTx, projectId: number): Promise<Review | null> =>
  (await reviews(tx, sql`r.project_id = ${projectId} order by r.id desc limit 1`))[0] ?? null;

async function reviews(tx: OrgTx, condition: RawBuilder<unknown>): Promise<readonly Review[]> {
  const { rows } = await sql<Omit<Review, 'opinions'>>`
    select r.id, r.project_id as "projectId", x.name as "projectName", x.unit_id as "projectUnitId",
      x.leader as "projectLeader", r.due_on as "dueOn", r.asked_by as "askedBy", r.asked_at as "askedAt",
      r.closed_at as "closedAt"
    from reviews r join projects x on x.org_id = r.org_id and x.id = r.project_id
    where ${condition}`.execute(tx.sql);
  const opinions = await opinionsOf(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, opinions: opinions.filter(({ reviewId }) => reviewId === row.id) }));
}

async function opinionsOf(
  tx: OrgTx,
  ids: readonly number[],
): Promise<readonly (Opinion & { readonly reviewId: number })[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Opinion & { readonly reviewId: number }>`
    select o.review_id as "reviewId", o.unit_id as "unitId", u.name as "unitName", o.verdict, o.words, p.name as person
    from review_opinions o join units u on u.org_id = o.org_id and u.id = o.unit_id
    left join people p on p.org_id = o.org_id and p.id = o.said_by
    where o.review_id in (${sql.join([...ids])}) order by o.id`.execute(tx.sql);
  return rows;
}
