import {
  fulfilments,
  insertCommitment,
  lockCommitment,
  markKept,
  type NamedCommitment,
  openCommitments,
  sameCommitment,
  setReview,
} from '../db/commitment.repository.ts';
import { listPeople } from '../db/roster.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { may } from '../domain/org/access.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import { type CommitmentView, commitmentNumber, type Fulfilment } from '../domain/work/commitment.ts';
import type { Duty } from '../domain/work/duty.ts';
import { lightOf, momentAt } from '../domain/work/light.ts';
import { unitRecipients } from '../domain/work/recipients.ts';
import { checkDue } from '../domain/work/task.ts';
import type { Acting, Draw } from './acting.ts';
import { notifyPeople } from './notice.service.ts';
import type { OrgTx } from './transaction.ts';

/** What was promised; `unitId` is who answers for it (the project's own unit when nobody is named). */
export interface Promised {
  readonly project: Project;
  readonly text: string;
  readonly unitId: number | undefined;
  readonly dueOn: CalendarDate;
}

/** A commitment with whether this call wrote it. */
export interface Committed {
  readonly commitment: CommitmentView;
  readonly changed: boolean;
}

const LONGEST = 1000;

/** 承诺: files what was promised and tells the unit that answers for it. The same words again answer with what is. */
export async function makeCommitment(
  tx: OrgTx,
  acting: Acting,
  { project, text, unitId, dueOn }: Promised,
  card: Draw<CommitmentView>,
): Promise<Committed> {
  checkDue(dueOn, acting.today);
  if (text.length > LONGEST) throw new Refusal('commitment.text-long', { limit: LONGEST });
  const same = await sameCommitment(tx, project.id, text);
  if (same) return { commitment: litCommitment(same, acting), changed: false };
  const owner = unitId ?? project.unitId;
  const { actor, now } = acting;
  const id = await insertCommitment(tx, {
    projectId: project.id,
    text,
    unitId: owner,
    dueOn,
    madeBy: actor.personId,
    madeAt: now,
  });
  const commitment = await loadCommitment(tx, acting, id);
  if (owner !== null) {
    const to = unitRecipients(owner, await listPeople(tx)).filter((person) => person !== actor.personId);
    await notifyPeople(tx, to, { class: 'notice', dedupeKey: `commitment:${id}:made`, reply: card(commitment), now });
  }
  return { commitment, changed: true };
}

/**
 * 兑现 with its evidence, by the unit that answers for it, the project's unit or staff. Kept before: answers with what is.
 * Refusals "access.not-yours", "commitment.future".
 */
export async function keepCommitment(
  tx: OrgTx,
  acting: Acting,
  id: number,
  kept: { readonly on: CalendarDate; readonly evidence: string | undefined },
): Promise<Committed> {
  const commitment = await reachable(tx, acting, id);
  if (kept.on > acting.today) throw new Refusal('commitment.future', { day: kept.on });
  if ((kept.evidence ?? '').length > LONGEST) throw new Refusal('commitment.text-long', { limit: LONGEST });
  if (commitment.state === 'kept') return { commitment, changed: false };
  const changed = await markKept(tx, id, {
    keptOn: kept.on,
    evidence: kept.evidence ?? null,
    keptBy: acting.actor.personId,
    keptAt: acting.now,
  });
  return { commitment: await loadCommitment(tx, acting, id), changed };
}

/** Notes the number of the fair-competition review (公平竞争审查). */
export async function noteReview(tx: OrgTx, acting: Acting, id: number, number: string): Promise<CommitmentView> {
  await reachable(tx, acting, id);
  await setReview(tx, id, number.slice(0, 100));
  return loadCommitment(tx, acting, id);
}

async function reachable(tx: OrgTx, acting: Acting, id: number): Promise<CommitmentView> {
  const commitment = await loadCommitment(tx, acting, id);
  const { actor } = acting;
  if (!may(actor, 'report', commitment.unitId) && !may(actor, 'report', commitment.projectUnitId)) {
    throw new Refusal('access.not-yours', { ability: 'report' });
  }
  return commitment;
}

type Lighting = Pick<Acting, 'now' | 'org' | 'calendar'>;

/** A commitment by its number, locked. Refusal "commitment.not-found". */
export async function loadCommitment(tx: OrgTx, acting: Lighting, id: number): Promise<CommitmentView> {
  const commitment = await lockCommitment(tx, id);
  if (!commitment) throw new Refusal('commitment.not-found', { commitment: commitmentNumber({ id }) });
  return litCommitment(commitment, acting);
}

/** Open commitments with their lights, and how each unit keeps what was due. */
export async function listCommitments(
  tx: OrgTx,
  acting: Acting,
  of: { readonly unitId?: number | undefined; readonly projectId?: number | undefined },
): Promise<{ readonly open: readonly CommitmentView[]; readonly kept: readonly Fulfilment[] }> {
  const open = (await openCommitments(tx, of)).map((commitment) => litCommitment(commitment, acting));
  return { open, kept: await fulfilments(tx, acting.today) };
}

/** Open commitments as what the ladder, 我的 and the brief chase. */
export const commitmentDuties = async (tx: OrgTx, around: Lighting, unitId?: number): Promise<readonly Duty[]> =>
  (await openCommitments(tx, { unitId })).map((commitment) => {
    const { unitName, projectLeader: leader, dueOn, madeAt: givenAt, text, light } = litCommitment(commitment, around);
    const about = `X${commitment.projectId} ${commitment.projectName}`;
    const number = commitmentNumber(commitment);
    const { unitId: owner } = commitment;
    return {
      kind: 'commitment',
      number,
      text,
      about,
      unitId: owner,
      unitName,
      leader,
      dueOn,
      givenAt,
      unsigned: false,
      light,
    };
  });

function litCommitment(commitment: NamedCommitment, { now, org, calendar }: Lighting): CommitmentView {
  const due = { dueOn: commitment.dueOn, dueTime: null };
  const moment = momentAt(now, org.timeZone);
  const light = commitment.state === 'open' ? lightOf(due, moment, calendar, org.settings.taskYellowWorkdays) : null;
  return { ...commitment, light };
}
