import {
  decideEntry,
  entriesAlike,
  findEntry,
  insertEntry,
  lastClosedMonth,
  markReversed,
  projectTotals,
  waitingEntries,
} from '../db/entry.repository.ts';
import { openProblems } from '../db/open-work.repository.ts';
import { changeProject, findProject } from '../db/project.repository.ts';
import {
  allWaitingMoves,
  decideEvent,
  insertEvent,
  stageBefore,
  standingMoves,
  waitingMoves,
} from '../db/project-history.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { bookingOf } from '../domain/ledger/booking.ts';
import { checkEntryDay, ENTRY_KINDS, type Entry, type EntryKind, entryNumber } from '../domain/ledger/entry.ts';
import { type Amount, type Decimal, negate } from '../domain/money/decimal.ts';
import { may } from '../domain/org/access.ts';
import { requireReach } from '../domain/org/require.ts';
import type { ProjectEvent } from '../domain/project/history.ts';
import type { Project, Standing } from '../domain/project/project.ts';
import { checkMove, hasReached, RESUME } from '../domain/project/stage.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting, Draw } from './acting.ts';
import { notifyPeople } from './notice.service.ts';
import type { OrgTx } from './transaction.ts';

/** A stage move as somebody reports it. */
export interface ReportedMove {
  /** 恢复: back to where a shelved project stood. */
  readonly to: Standing | typeof RESUME;
  readonly occurredOn: CalendarDate;
  readonly agreement: Amount | undefined;
  readonly note: string | undefined;
}

/** Reports a stage move: it stands as 填报 until staff verify it. Throws the Refusals of `checkMove`. */
export async function reportStage(
  tx: OrgTx,
  acting: Acting,
  project: Project,
  move: ReportedMove,
): Promise<{ readonly project: Project; readonly event: ProjectEvent }> {
  const { actor, now, today, org } = acting;
  const before = project.stage === '搁置' ? await stageBefore(tx, project.id) : null;
  if (move.to === RESUME && project.stage !== '搁置') throw new Refusal('stage.not-shelved', { stage: project.stage });
  const to = move.to === RESUME ? (before ?? '在谈') : move.to;
  checkMove({
    from: project.stage,
    to,
    before,
    occurredOn: move.occurredOn,
    today,
    note: move.note,
    agreementGiven: move.agreement !== undefined || project.agreement !== null,
    openProblems: to === '投产' ? await openProblems(tx, project.id) : 0,
    byStaff: may(actor, 'verify', project.unitId),
    optionalStages: org.settings.optionalStages,
  });
  const agreement = move.agreement ?? (to === '签约' ? project.agreement : null);
  const event = await insertEvent(tx, {
    projectId: project.id,
    kind: 'stage',
    fromStage: project.stage,
    toStage: to,
    agreement,
    occurredOn: move.occurredOn,
    note: move.note ?? null,
    unitId: project.unitId,
    state: 'reported',
    reportedBy: actor.personId,
    reportedAt: now,
  });
  const changed = await changeProject(tx, project.id, {
    stage: to,
    stage_state: 'reported',
    stage_on: move.occurredOn,
    ...(move.agreement === undefined ? {} : { agreement_wan: move.agreement }),
    ...(to === '流失' || to === '否决' ? { lost_reason: move.note ?? null } : {}),
    last_progress_on: today,
  });
  return { project: changed ?? project, event };
}

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
  return { kind: 'move', project: await settleStage(tx, project, event), event, changed: true };
}

/** A stage counts once in a project's life: reached again after a pause or a step back, it stands without counting. */
const countedBefore = async (tx: OrgTx, move: ProjectEvent): Promise<boolean> =>
  (await standingMoves(tx, move.projectId)).some(
    ({ toStage, bookedOn }) => toStage === move.toStage && bookedOn !== null,
  );

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
  { actor, now }: Acting,
  occurredOn: CalendarDate,
  verdict: Verdict,
): Promise<Parameters<typeof decideEvent>[2]> {
  const who = { verifiedBy: actor.personId, verifiedAt: now };
  if (!verdict.verify) return { ...who, state: 'returned' as const, reason: verdict.reason };
  return { ...who, state: 'verified' as const, ...bookingOf(occurredOn, await lastClosedMonth(tx)) };
}

function checkSecondPerson({ actor }: Acting, reporter: number | null): void {
  if (reporter === actor.personId) throw new Refusal('verify.own');
}

/** What waits for staff: stage moves and entries, oldest first. */
export async function verificationQueue(tx: OrgTx, limit: number): Promise<readonly Decided[]> {
  const moves = await allWaitingMoves(tx, limit);
  const entries = await waitingEntries(tx, limit);
  const items = await Promise.all([
    ...moves.map(async (event) => ({
      kind: 'move' as const,
      event,
      project: await findProject(tx, event.projectId),
      changed: false,
      at: event.reportedAt,
    })),
    ...entries.map(async (entry) => ({
      kind: 'entry' as const,
      entry,
      project: await findProject(tx, entry.projectId),
      changed: false,
      at: entry.reportedAt,
    })),
  ]);
  return items
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .slice(0, limit)
    .flatMap(({ project, ...item }) => (project ? [{ ...item, project } as Decided] : []));
}

/** An entry as somebody reports it. */
export interface ReportedEntry {
  readonly kind: EntryKind;
  readonly amount: Decimal;
  readonly occurredOn: CalendarDate;
  readonly voucher: string | null;
  readonly note: string | null;
  /** The person has seen a likely double and wants it all the same. */
  readonly despiteAlike: boolean;
}

/** What came of reporting an entry: filed, or a likely double shown first. */
export type EntryReported =
  | { readonly outcome: 'filed'; readonly entry: Entry; readonly total: Decimal; readonly waiting: Decimal }
  | { readonly outcome: 'alike'; readonly alike: readonly Entry[] };

const NEEDS_CONTRACT: readonly EntryKind[] = ['funds', 'fixed-assets', 'foreign-capital'];

/**
 * Files a ledger entry as 填报. Refusals: "date.future", "entry.stage" (money before the contract), "entry.voucher-used" (the
 * same voucher on another project). The same voucher, or amount and day, on the same project is shown first.
 */
export async function reportEntry(
  tx: OrgTx,
  acting: Acting,
  project: Project,
  reported: ReportedEntry,
): Promise<EntryReported> {
  const { actor, now, today } = acting;
  checkEntryDay(reported.occurredOn, today);
  if (
    NEEDS_CONTRACT.includes(reported.kind) &&
    !hasReached(project.stage, '签约') &&
    !may(actor, 'verify', project.unitId)
  ) {
    throw new Refusal('entry.stage', { stage: project.stage, ledger: ENTRY_KINDS[reported.kind].name });
  }
  const draft = { ...reported, projectId: project.id };
  const alike = await entriesAlike(tx, draft);
  const foreign = alike.find((entry) => entry.projectId !== project.id);
  if (foreign)
    throw new Refusal('entry.voucher-used', {
      voucher: reported.voucher,
      entry: entryNumber(foreign),
      project: `X${foreign.projectId}`,
    });
  if (alike.length > 0 && !reported.despiteAlike) return { outcome: 'alike', alike };
  const entry = await insertEntry(tx, {
    ...draft,
    unitId: project.unitId,
    reportedBy: actor.personId,
    reportedAt: now,
  });
  const totals = (await projectTotals(tx, project.id)).find((total) => total.kind === reported.kind);
  return {
    outcome: 'filed',
    entry,
    total: totals?.verified ?? ('0' as Decimal),
    waiting: totals?.reported ?? ('0' as Decimal),
  };
}

/**
 * Reverses an entry by a second, negative one, booked like any other. A member reverses what is not verified yet, staff
 * anything. Reversing twice answers with what is. Refusals: "entry.not-found", "access.not-yours", "reverse.verified".
 */
export async function reverseEntry(
  tx: OrgTx,
  acting: Acting,
  entryId: number,
  reason: string,
): Promise<{ readonly entry: Entry; readonly reversal: Entry | null; readonly project: Project }> {
  const { actor, now } = acting;
  const entry = await loadEntry(tx, entryId);
  const project = await projectOf(tx, entry);
  requireReach(actor, 'report', project.unitId);
  if (entry.reversesId !== null) throw new Refusal('reverse.reversal', { entry: entryNumber(entry) });
  if (entry.state === 'reversed' || entry.state === 'returned') return { entry, reversal: null, project };
  if (entry.state === 'verified' && !may(actor, 'verify', project.unitId))
    throw new Refusal('reverse.verified', { entry: entryNumber(entry) });
  const reversed = await markReversed(tx, entryId);
  if (!reversed) return { entry: await loadEntry(tx, entryId), reversal: null, project };
  const counted = entry.bookedOn === null ? {} : bookingOf(entry.occurredOn, await lastClosedMonth(tx));
  const reversal = await insertEntry(tx, {
    projectId: entry.projectId,
    kind: entry.kind,
    amount: negate(entry.amount),
    occurredOn: entry.occurredOn,
    voucher: null,
    note: reason,
    unitId: entry.unitId,
    state: 'verified',
    reversesId: entry.id,
    reportedBy: actor.personId,
    reportedAt: now,
    verifiedBy: actor.personId,
    verifiedAt: now,
    ...counted,
  });
  return { entry: reversed, reversal, project };
}

async function loadEntry(tx: OrgTx, entryId: number): Promise<Entry> {
  const entry = await findEntry(tx, entryId);
  if (!entry) throw new Refusal('entry.not-found', { entry: `L${entryId}` });
  return entry;
}

async function projectOf(tx: OrgTx, entry: Entry): Promise<Project> {
  const project = await findProject(tx, entry.projectId);
  if (!project) throw new Error(`entry ${entry.id} has no project`);
  return project;
}
