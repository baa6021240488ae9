import { insertEvent } from '../db/project-history.repository.ts';
import {
  allReviews,
  askUnits,
  closeReview,
  insertReview,
  latestReview,
  lockReview,
  openReviews,
  putOpinion,
} from '../db/review.repository.ts';
import { listPeople } from '../db/roster.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { addWorkdays } from '../domain/calendar/workday.ts';
import { may } from '../domain/org/access.ts';
import { requireReach } from '../domain/org/require.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Duty } from '../domain/work/duty.ts';
import { lightOf, momentAt } from '../domain/work/light.ts';
import { personRecipients, unitRecipients } from '../domain/work/recipients.ts';
import { outcomeOf, type Review, silentIn, tally, type Verdict } from '../domain/work/review.ts';
import { checkDue } from '../domain/work/task.ts';
import type { Acting, Draw } from './acting.ts';
import { notifyPeople } from './notice.service.ts';
import type { OrgTx } from './transaction.ts';

/** What people are told: the departments that they are asked, those who wait for it that it is done. */
export type ReviewCards = Readonly<Record<'asked' | 'done', Draw<Review>>>;

/** A review with whether this call wrote. */
export interface Reviewed {
  readonly review: Review;
  readonly changed: boolean;
}

const LONGEST = 500;

/**
 * 会审: asks departments for their opinion on a project by a day (absent: so many workdays as the settings say) and tells
 * them. While a review of it is under way the departments not asked yet join it. Refusals "access.not-yours",
 * "task.due-past", "review.units".
 */
export async function askReview(
  tx: OrgTx,
  acting: Acting,
  asked: { readonly project: Project; readonly units: readonly number[]; readonly dueOn: CalendarDate | undefined },
  cards: ReviewCards,
): Promise<Reviewed> {
  const { actor, now, today, calendar, org } = acting;
  const { project } = asked;
  requireReach(actor, 'dispatch', project.unitId);
  const units = [...new Set(asked.units)];
  if (units.length === 0) throw new Refusal('review.units', { project: `X${project.id}` });
  const dueOn = asked.dueOn ?? addWorkdays(calendar, today, org.settings.reviewWorkdays);
  checkDue(dueOn, today);
  const latest = await latestReview(tx, project.id);
  const open = latest?.closedAt === null ? latest : null;
  const fresh = units.filter((unit) => !open?.opinions.some(({ unitId }) => unitId === unit));
  if (open && fresh.length === 0) return { review: open, changed: false };
  const by = actor.personId;
  const id = open?.id ?? (await insertReview(tx, { projectId: project.id, dueOn, by, at: now, units }));
  if (open) await askUnits(tx, id, fresh);
  const review = await loadReview(tx, id);
  const people = await listPeople(tx);
  for (const unit of fresh)
    await notifyPeople(tx, unitRecipients(unit, people), {
      class: 'notice',
      dedupeKey: `review:${id}:${unit}`,
      reply: cards.asked(review),
      now,
    });
  return { review, changed: true };
}

/** A review by its number. Refusal "review.none". */
export async function loadReview(tx: OrgTx, id: number): Promise<Review> {
  const review = await lockReview(tx, id);
  if (!review) throw new Refusal('review.none', { review: id });
  return review;
}

/** The latest review of a project; null when it had none. */
export const reviewOf = (tx: OrgTx, project: Pick<Project, 'id'>): Promise<Review | null> =>
  latestReview(tx, project.id);

/** Reviews under way, earliest due first. */
export const listReviews = (tx: OrgTx): Promise<readonly Review[]> => openReviews(tx);

/** Every review, the latest first. */
export const everyReview = (tx: OrgTx): Promise<readonly Review[]> => allReviews(tx);

/**
 * What a department says, by one of its people or by staff in its name; it may say otherwise while the review is under way.
 * With the last opinion the review ends. Refusals "review.closed", "review.not-asked", "review.words" (anything but 同意 wants
 * a reason), "review.text-long".
 */
export async function giveOpinion(
  tx: OrgTx,
  acting: Acting,
  said: { readonly id: number; readonly unitId: number | null; readonly verdict: Verdict; readonly words: string },
  cards: ReviewCards,
): Promise<Reviewed> {
  const { actor, now } = acting;
  const review = await loadReview(tx, said.id);
  const mine = review.opinions.find(({ unitId }) => unitId === said.unitId);
  if (!mine)
    throw new Refusal('review.not-asked', { units: review.opinions.map(({ unitName }) => unitName).join('、') });
  if (!may(actor, 'report', mine.unitId)) throw new Refusal('access.not-yours', { ability: 'report' });
  const words = said.words || null;
  if (mine.verdict === said.verdict && (words === null || words === mine.words)) return { review, changed: false };
  if (review.closedAt !== null) throw new Refusal('review.closed', { review: review.id });
  if (said.verdict !== '同意' && words === null)
    throw new Refusal('review.words', { review: review.id, verdict: said.verdict });
  if (said.words.length > LONGEST) throw new Refusal('review.text-long', { limit: LONGEST });
  const { verdict } = said;
  await putOpinion(tx, { reviewId: review.id, unitId: mine.unitId, verdict, words, by: actor.personId, at: now });
  const after = await loadReview(tx, review.id);
  return { review: silentIn(after).length === 0 ? await end(tx, acting, after, cards) : after, changed: true };
}

/** 会审 结束 before all have answered, by who asked or staff. Refusals "review.none", "access.not-yours". */
export async function endReview(tx: OrgTx, acting: Acting, id: number, cards: ReviewCards): Promise<Reviewed> {
  const review = await loadReview(tx, id);
  if (review.askedBy !== acting.actor.personId) requireReach(acting.actor, 'verify', null);
  if (review.closedAt !== null) return { review, changed: false };
  return { review: await end(tx, acting, review, cards), changed: true };
}

/** Ends it, writes the outcome into the project's history, and tells who asked and the project's unit. */
async function end(tx: OrgTx, { actor, now, today }: Acting, review: Review, cards: ReviewCards): Promise<Review> {
  await closeReview(tx, review.id, now);
  const { projectId, projectUnitId: unitId } = review;
  await insertEvent(tx, {
    projectId,
    kind: 'progress',
    occurredOn: today,
    note: `会审${outcomeOf(review)}（${tally(review)}）`,
    unitId,
    reportedBy: actor.personId,
    reportedAt: now,
  });
  const people = await listPeople(tx);
  const waiting = [
    ...personRecipients(review.askedBy, people),
    ...(unitId === null ? [] : unitRecipients(unitId, people)),
  ].filter((id) => id !== actor.personId);
  const ended = await loadReview(tx, review.id);
  const dedupeKey = `review:${review.id}:done`;
  await notifyPeople(tx, waiting, { class: 'notice', dedupeKey, reply: cards.done(ended), now });
  return ended;
}

/** Opinions that are owed, as what the ladder, 我的 and the brief chase. */
export const reviewDuties = async (
  tx: OrgTx,
  { now, org, calendar }: Pick<Acting, 'now' | 'org' | 'calendar'>,
  unitId?: number,
): Promise<readonly Duty[]> =>
  (await openReviews(tx)).flatMap((review) =>
    silentIn(review)
      .filter((opinion) => unitId === undefined || opinion.unitId === unitId)
      .map(
        (opinion): Duty => ({
          kind: 'review',
          number: `会审${review.id}`,
          subject: `会审${review.id}/${opinion.unitId}`,
          text: '请出具会审意见',
          about: `X${review.projectId} ${review.projectName}`,
          unitId: opinion.unitId,
          unitName: opinion.unitName,
          leader: review.projectLeader,
          dueOn: review.dueOn,
          givenAt: review.askedAt,
          unsigned: false,
          light: lightOf(
            { dueOn: review.dueOn, dueTime: null },
            momentAt(now, org.timeZone),
            calendar,
            org.settings.taskYellowWorkdays,
          ),
        }),
      ),
  );
