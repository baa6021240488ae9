import { expiredLeads, poolClaims, sendToPool, takeFromPool } from '../db/pool.repository.ts';
import { changeProject, findProject } from '../db/project.repository.ts';
import { insertEvent, moveShare, shareWholly } from '../db/project-history.repository.ts';
import { listPeople, listUnits } from '../db/roster.repository.ts';
import { addDays, type CalendarDate } from '../domain/calendar/date.ts';
import { isOpen, type Project } from '../domain/project/project.ts';
import { mayReclaim } from '../domain/project/protection.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Settings } from '../domain/settings.ts';
import { unitRecipients } from '../domain/work/recipients.ts';
import type { Acting, Draw } from './acting.ts';
import { firstOpenDay } from './booking.ts';
import { notifyPeople } from './notice.service.ts';
import type { OrgTx } from './transaction.ts';

/** What came of a claim: ours now, ours already, or somebody else's. */
export interface Claimed {
  readonly outcome: 'won' | 'already' | 'lost';
  readonly project: Project;
  readonly ownerName: string | null;
}

/**
 * Takes a lead from the pool for the person's unit: of two at once exactly one wins. Refusals: "claim.no-unit",
 * "claim.limit", "claim.too-soon" (the unit that lost it waits), "claim.not-pooled".
 */
export async function claimProject(tx: OrgTx, acting: Acting, project: Project): Promise<Claimed> {
  const { actor, now, today, org } = acting;
  if (actor.unitId === null) throw new Refusal('claim.no-unit');
  if (project.unitId !== null) return owned(tx, acting, project);
  if (project.poolSince === null) throw new Refusal('claim.not-pooled');
  if (!mayReclaim(project.poolFromUnitId, actor.unitId, project.poolSince, today, org.settings)) {
    throw new Refusal('claim.too-soon', { days: org.settings.poolReturnIntervalDays });
  }
  const since = addDays(today, -30);
  if ((await poolClaims(tx, actor.unitId, since)) >= org.settings.poolClaimLimit) {
    throw new Refusal('claim.limit', { limit: org.settings.poolClaimLimit });
  }
  const won = await takeFromPool(tx, project.id, actor.unitId, now, today);
  if (!won) return owned(tx, acting, (await findProject(tx, project.id)) ?? project);
  await insertEvent(tx, {
    projectId: project.id,
    kind: 'claim',
    occurredOn: today,
    note: null,
    unitId: actor.unitId,
    reportedBy: actor.personId,
    reportedAt: now,
  });
  await shareWholly(tx, project.id, actor.unitId, await firstOpenDay(tx, acting));
  return { outcome: 'won', project: won, ownerName: null };
}

async function owned(tx: OrgTx, { actor }: Acting, project: Project): Promise<Claimed> {
  const units = await listUnits(tx);
  const ownerName = units.find((unit) => unit.id === project.unitId)?.name ?? null;
  return { outcome: project.unitId === actor.unitId ? 'already' : 'lost', project, ownerName };
}

/** Hands a project to another unit, which is told and answers for it; what happens from today on (where today's books are closed: from the first
 * open day) is its credit. Refusals "hand-over.same", "hand-over.closed". */
export async function handOver(
  tx: OrgTx,
  acting: Acting,
  project: Project,
  unitId: number,
  tell: Draw<Project>,
): Promise<Project> {
  if (project.unitId === unitId) throw new Refusal('hand-over.same');
  if (!isOpen(project)) throw new Refusal('hand-over.closed', { stage: project.stage });
  const { actor, now, today } = acting;
  const handed = await changeProject(tx, project.id, { unit_id: unitId, pool_since: null, last_progress_on: today });
  await insertEvent(tx, {
    projectId: project.id,
    kind: 'hand-over',
    occurredOn: today,
    note: null,
    unitId,
    reportedBy: actor.personId,
    reportedAt: now,
  });
  await moveShare(tx, project.id, { from: project.unitId, to: unitId }, await firstOpenDay(tx, acting));
  const told = unitRecipients(unitId, await listPeople(tx)).filter((id) => id !== actor.personId);
  const dedupeKey = `project:${project.id}:to:${unitId}:${now.getTime()}`;
  await notifyPeople(tx, told, { class: 'notice', dedupeKey, reply: tell(handed ?? project), now });
  return handed ?? project;
}

/** Returns every lead whose protection has ended to the pool; gives them as they were. For the daily job. */
export async function releaseExpired(
  tx: OrgTx,
  today: CalendarDate,
  now: Date,
  settings: Settings,
): Promise<readonly Project[]> {
  const expired = await expiredLeads(tx, addDays(today, -settings.protectionDays));
  const released: Project[] = [];
  for (const project of expired) {
    if (!(await sendToPool(tx, project, today))) continue;
    released.push(project);
    await insertEvent(tx, {
      projectId: project.id,
      kind: 'release',
      occurredOn: today,
      note: `超过 ${settings.protectionDays} 天没有进展，转入公海`,
      unitId: project.unitId,
      reportedBy: null,
      reportedAt: now,
    });
  }
  return released;
}
