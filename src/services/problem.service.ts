import {
  insertMeeting,
  insertProblem,
  lockProblem,
  markSolved,
  meetingsOf,
  openProblems,
  setLevel,
} from '../db/problem.repository.ts';
import { listPeople } from '../db/roster.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { may } from '../domain/org/access.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import { lightOf, momentAt } from '../domain/work/light.ts';
import {
  levelAsked,
  type NamedProblem,
  type ProblemView,
  problemKindOf,
  problemNumber,
} from '../domain/work/problem.ts';
import { unitRecipients } from '../domain/work/recipients.ts';
import { checkDue } from '../domain/work/task.ts';
import type { Acting, Draw } from './acting.ts';
import { notifyPeople } from './notice.service.ts';
import type { OrgTx } from './transaction.ts';

/** What blocks a project; `unitId` is who has to clear it (the project's own unit when nobody is named). */
export interface Raised {
  readonly project: Project;
  readonly text: string;
  readonly unitId: number | undefined;
  readonly dueOn: CalendarDate;
}

/** 问题: files it and tells the owner unit. Refusals "task.due-past", "task.due-far", "problem.text-long". */
export async function raiseProblem(
  tx: OrgTx,
  acting: Acting,
  { project, text, unitId, dueOn }: Raised,
  card: Draw<ProblemView>,
): Promise<ProblemView> {
  checkDue(dueOn, acting.today);
  if (text.length > 1000) throw new Refusal('problem.text-long', { limit: 1000 });
  const owner = unitId ?? project.unitId;
  const id = await insertProblem(tx, {
    projectId: project.id,
    text,
    kind: problemKindOf(text),
    level: levelAsked(text),
    unitId: owner,
    dueOn,
    reportedBy: acting.actor.personId,
    reportedAt: acting.now,
  });
  const problem = await loadProblem(tx, acting, id);
  if (owner !== null) {
    const to = unitRecipients(owner, await listPeople(tx)).filter((person) => person !== acting.actor.personId);
    const dedupeKey = `problem:${id}:raised`;
    await notifyPeople(tx, to, { class: 'notice', dedupeKey, reply: card(problem), now: acting.now });
  }
  return problem;
}

/**
 * 解决 with the answer found. Solved before: answers with what is, writes nothing. For the owner unit, the project's unit
 * and staff; Refusal "access.not-yours" for others.
 */
export async function solveProblem(
  tx: OrgTx,
  acting: Acting,
  id: number,
  answer: string,
): Promise<{ readonly problem: ProblemView; readonly changed: boolean }> {
  const problem = await loadProblem(tx, acting, id);
  const { actor } = acting;
  requireEither(acting, problem);
  if (answer.length > 1000) throw new Refusal('problem.text-long', { limit: 1000 });
  if (problem.state === 'solved') return { problem, changed: false };
  const changed = await markSolved(tx, id, { answer, solvedBy: actor.personId, solvedAt: acting.now });
  return { problem: await loadProblem(tx, acting, id), changed };
}

/** A coordination meeting about a problem, and which level above is asked to help. */
export interface Meeting {
  readonly heldOn: CalendarDate;
  readonly text: string;
}

/** A problem with the meetings it has had. */
export interface Coordinated {
  readonly problem: ProblemView;
  readonly meetings: readonly { readonly heldOn: CalendarDate; readonly text: string | null }[];
  readonly changed: boolean;
}

/**
 * 协调: writes down a coordination meeting on an open problem, once a day, and the level above when the words ask one.
 * Refusals "problem.solved", "problem.meeting-future", "access.not-yours".
 */
export async function coordinate(tx: OrgTx, acting: Acting, id: number, held: Meeting): Promise<Coordinated> {
  const problem = await loadProblem(tx, acting, id);
  requireEither(acting, problem);
  if (problem.state === 'solved') throw new Refusal('problem.solved', { problem: problemNumber(problem) });
  if (held.heldOn > acting.today) throw new Refusal('problem.meeting-future', { day: held.heldOn });
  if (held.text.length > 1000) throw new Refusal('problem.text-long', { limit: 1000 });
  const { actor, now } = acting;
  const meeting = { heldOn: held.heldOn, text: held.text, notedBy: actor.personId, notedAt: now };
  const changed = await insertMeeting(tx, problem, meeting);
  const level = levelAsked(held.text);
  if (level && level !== problem.level) await setLevel(tx, id, level);
  return { problem: await loadProblem(tx, acting, id), meetings: await meetingsOf(tx, id), changed };
}

function requireEither({ actor }: Acting, problem: ProblemView): void {
  if (!may(actor, 'report', problem.unitId) && !may(actor, 'report', problem.projectUnitId)) {
    throw new Refusal('access.not-yours', { ability: 'report' });
  }
}

/** A problem by its number, locked. Throws Refusal "problem.not-found". */
export async function loadProblem(tx: OrgTx, acting: Lighting, id: number): Promise<ProblemView> {
  const problem = await lockProblem(tx, id);
  if (!problem) throw new Refusal('problem.not-found', { problem: problemNumber({ id }) });
  return litProblem(problem, acting);
}

/** Open problems of a unit, of a project or of all, with their lights. */
export async function listProblems(
  tx: OrgTx,
  acting: Lighting,
  of: { readonly unitId?: number | undefined; readonly projectId?: number | undefined } = {},
): Promise<readonly ProblemView[]> {
  return (await openProblems(tx, of)).map((problem) => litProblem(problem, acting));
}

type Lighting = Pick<Acting, 'now' | 'org' | 'calendar'>;

/** A problem with its light of the moment. */
export function litProblem(problem: NamedProblem, { now, org, calendar }: Lighting): ProblemView {
  const due = { dueOn: problem.dueOn, dueTime: null };
  const open = problem.state === 'open';
  const light = open ? lightOf(due, momentAt(now, org.timeZone), calendar, org.settings.taskYellowWorkdays) : null;
  return { ...problem, light };
}
