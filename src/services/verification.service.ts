import { decideEntry, findEntry, waitingEntries } from '../db/entry.repository.ts';
import { evidenceCounts } from '../db/evidence.repository.ts';
import { changeProject, findProject } from '../db/project.repository.ts';
import {
  allWaitingMoves,
  countedMoves,
  decideEvent,
  standingMoves,
  waitingMoves,
} from '../db/project-history.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Entry } from '../domain/ledger/entry.ts';
import type { ProjectEvent } from '../domain/project/history.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting, Draw } from './acting.ts';
import { bookedToday } from './booking.ts';
import { notifyPeople } from './notice.service.ts';
import { tellStage } from './referrer.service.ts';
import type { OrgTx } from './transaction.ts';
import { voidStages } from './void.ts';

/** Something that waits for staff, or was just decided. */
export type Decided =
  | { readonly kind: 'move'; readonly project: Project; readonly event: ProjectEvent; readonly changed: boolean }
  | { readonly kind: 'entry'; readonly project: Project; readonly entry: Entry; readonly changed: boolean };

/** What staff decide on: a project's waiting stage move, or an entry. */
export type Subject = { readonly projectId: number } | { readonly entryId: number };

/**
 * Verifies (counts from now on) or returns (with a reason) what was reported. Nobody verifies their own report. What was
 * decided before is answered with as it stands. The reporter is told. Refusals: "verify.nothing", "verify.own",
 * "entry.not-found", "project.not-found".
 */
export async function decide(
  tx: OrgTx,
  acting: Acting,
  subject: Subject,
  verdict: { readonly verify: true } | { readonly verify: false; readonly reason: string },
  tell: Draw<Decided>,
): Promise<Decided> {
  const decided =
    'projectId' in subject
      ? await decideMove(tx, acting, subject.projectId, verdict)
      : await decideOneEntry(tx, acting, subject.entryId, verdict);
  const reporter = decided.kind === 'move' ? decided.event.reportedBy : decided.entry.reportedBy;
  if (decided.changed && reporter !== null && reporter !== acting.actor.personId) {
    const id = decided.kind === 'move' ? `event:${decided.event.id}` : `entry:${decided.entry.id}`;
    await notifyPeople(tx, [reporter], {
      class: 'notice',
      dedupeKey: `${id}:decided`,
      reply: tell(decided),
      now: acting.now,
    });
  }
  return decided;
}

type Verdict = Parameters<typeof decide>[3];

async function decideMove(tx: OrgTx, acting: Acting, projectId: number, verdict: Verdict): Promise<Decided> {
  const project = await findProject(tx, projectId);
  if (!project) throw new Refusal('project.not-found', { ref: `X${projectId}` });
  const [waiting] = await waitingMoves(tx, projectId);
  if (!waiting) throw new Refusal('verify.nothing', { record: `X${projectId}` });
  checkSecondPerson(acting, waiting.reportedBy);
  const { bookedOn, late, ...patch } = await patchOf(tx, acting, waiting.occurredOn, verdict);
  const counted = bookedOn === undefined || (await countedBefore(tx, waiting));
  const event = await decideEvent(tx, waiting.id, counted ? patch : { ...patch, bookedOn, late: late ?? false });
  if (!event) return { kind: 'move', project, event: waiting, changed: false };
  if (event.state === 'verified') {
    await voidStages(tx, acting, event);
    await tellStage(tx, acting, project, event.toStage);
  }
  return { kind: 'move', project: await settleStage(tx, project, event), event, changed: true };
}

/** A stage counts once: reached again after a pause it stands without counting; a step back voided it, so it counts anew. */
const countedBefore = async (tx: OrgTx, move: ProjectEvent): Promise<boolean> =>
  (await countedMoves(tx, move.projectId)).some(({ toStage }) => toStage === move.toStage);

/** Where the project stands once a move is decided: verified it stays; returned it goes back to the last that stands. */
async function settleStage(tx: OrgTx, project: Project, event: ProjectEvent): Promise<Project> {
  if (event.state === 'verified') {
    const current = project.stage === event.toStage;
    return (current && (await changeProject(tx, project.id, { stage_state: 'verified' }))) || project;
  }
  if (project.stage !== event.toStage) return project;
  const [last] = await standingMoves(tx, project.id);
  const back = {
    stage: last?.toStage ?? event.fromStage ?? project.stage,
    stage_on: last?.occurredOn ?? project.stageOn,
  };
  return (await changeProject(tx, project.id, { ...back, stage_state: 'verified', lost_reason: null })) ?? project;
}

async function decideOneEntry(tx: OrgTx, acting: Acting, entryId: number, verdict: Verdict): Promise<Decided> {
  const entry = await loadEntry(tx, entryId);
  const project = await projectOf(tx, entry);
  if (entry.state !== 'reported') return { kind: 'entry', project, entry, changed: false };
  checkSecondPerson(acting, entry.reportedBy);
  const decided = await decideEntry(tx, entryId, await patchOf(tx, acting, entry.occurredOn, verdict));
  return { kind: 'entry', project, entry: decided ?? (await loadEntry(tx, entryId)), changed: decided !== null };
}

async function patchOf(
  tx: OrgTx,
  acting: Acting,
  occurredOn: CalendarDate,
  verdict: Verdict,
): Promise<Parameters<typeof decideEvent>[2]> {
  const who = { verifiedBy: acting.actor.personId, verifiedAt: acting.now };
  if (!verdict.verify) return { ...who, state: 'returned' as const, reason: verdict.reason };
  return { ...who, state: 'verified' as const, ...(await bookedToday(tx, acting, occurredOn)) };
}

function checkSecondPerson({ actor }: Acting, reporter: number | null): void {
  if (reporter === actor.personId) throw new Refusal('verify.own');
}

/** Something that waits, with how many files prove it. */
export type Waiting = Decided & { readonly evidence: number };

/** What waits for staff: stage moves and entries, oldest first. */
export async function verificationQueue(tx: OrgTx, limit: number): Promise<readonly Waiting[]> {
  const counts = await evidenceCounts(tx);
  const moves = await allWaitingMoves(tx, limit);
  const entries = await waitingEntries(tx, limit);
  const items = await Promise.all([
    ...moves.map(async (event) => ({
      kind: 'move' as const,
      event,
      project: await findProject(tx, event.projectId),
      changed: false,
      evidence: counts.get(`E${event.id}`) ?? 0,
      at: event.reportedAt,
    })),
    ...entries.map(async (entry) => ({
      kind: 'entry' as const,
      entry,
      project: await findProject(tx, entry.projectId),
      changed: false,
      evidence: counts.get(`L${entry.id}`) ?? 0,
      at: entry.reportedAt,
    })),
  ]);
  return items
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .slice(0, limit)
    .flatMap(({ project, ...item }) => (project ? [{ ...item, project } as Waiting] : []));
}

/** An entry of the org. Refusal "entry.not-found". */
export async function loadEntry(tx: OrgTx, entryId: number): Promise<Entry> {
  const entry = await findEntry(tx, entryId);
  if (!entry) throw new Refusal('entry.not-found', { entry: `L${entryId}` });
  return entry;
}

/** The project an entry is about. */
export async function projectOf(tx: OrgTx, entry: Entry): Promise<Project> {
  const project = await findProject(tx, entry.projectId);
  if (!project) throw new Error(`entry ${entry.id} has no project`);
  return project;
}
