import {
  type DueReply,
  markReplied,
  openReplies,
  oweReply,
  repliesDue,
  repliesInTime,
} from '../db/referrer.repository.ts';
import { listUnits } from '../db/roster.repository.ts';
import { addDays } from '../domain/calendar/date.ts';
import { addWorkdays } from '../domain/calendar/workday.ts';
import { may } from '../domain/org/access.ts';
import { requireReach } from '../domain/org/require.ts';
import type { Project, Stage, Standing } from '../domain/project/project.ts';
import { REPLY_STEPS, type ReplyStep, replyWords, TOLD_STAGES } from '../domain/project/referrer.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import type { OrgTx } from './transaction.ts';

/** A lead with a referrer starts the clock: 收到, 研判, 结果, each so many workdays from today. */
export async function startClock(tx: OrgTx, { today, calendar, org }: Acting, project: Project): Promise<void> {
  if (project.referrer === null) return;
  for (const [at, step] of REPLY_STEPS.entries()) {
    const workdays = org.settings.referrerWorkdays[at];
    if (workdays !== undefined) await oweReply(tx, project.id, step, addWorkdays(calendar, today, workdays));
  }
}

/** A stage that was verified is told to the referrer by the next workday. */
export async function tellStage(
  tx: OrgTx,
  { today, calendar }: Acting,
  project: Project,
  stage: Standing | null,
): Promise<void> {
  if (project.referrer === null || stage === null || !(TOLD_STAGES as readonly string[]).includes(stage)) return;
  await oweReply(tx, project.id, stage as Stage, addWorkdays(calendar, today, 1));
}

/** What is owed to a project's referrer: the next answer in words, and those after it. */
export interface Owed {
  readonly project: Project;
  readonly next: {
    readonly id: number;
    readonly step: ReplyStep;
    readonly dueOn: DueReply['dueOn'];
    readonly words: string;
  } | null;
  readonly later: readonly DueReply['dueOn'][];
}

/** The answer that is due next, ready to send. Refusals "referrer.none", "access.not-yours". */
export async function owedTo(tx: OrgTx, acting: Acting, project: Project): Promise<Owed> {
  requireReach(acting.actor, 'report', project.unitId);
  if (project.referrer === null) throw new Refusal('referrer.none', { project: `X${project.id}` });
  const unit = (await listUnits(tx)).find(({ id }) => id === project.unitId)?.name ?? null;
  const [first, ...others] = await openReplies(tx, project.id);
  if (!first) return { project, next: null, later: [] };
  const { id, step, dueOn } = first;
  return {
    project,
    next: { id, step, dueOn, words: replyWords(step, project, unit) },
    later: others.map((one) => one.dueOn),
  };
}

/** Notes that the referrer has heard: a second time changes nothing. Gives what is owed now. */
export async function replied(tx: OrgTx, acting: Acting, project: Project, id: number): Promise<Owed> {
  requireReach(acting.actor, 'report', project.unitId);
  await markReplied(tx, id, acting.actor.personId, acting.now);
  return owedTo(tx, acting, project);
}

/** Every answer that the person's unit owes (staff: all), with how many were given in time. */
export async function owedList(
  tx: OrgTx,
  { actor, today }: Acting,
): Promise<{ readonly due: readonly DueReply[]; readonly given: number; readonly inTime: number }> {
  const unitId = may(actor, 'verify', null) || actor.role === 'leader' ? null : (actor.unitId ?? 0);
  return { due: await repliesDue(tx, unitId, addDays(today, 30)), ...(await repliesInTime(tx, unitId)) };
}
