import { changeProject, findProject } from '../db/project.repository.ts';
import { insertEvent, shareOut } from '../db/project-history.repository.ts';
import { listPeople, listUnits } from '../db/roster.repository.ts';
import { findTransfer, insertTransfer, moveTransfer, openTransfer } from '../db/transfer.repository.ts';
import { addMonths } from '../domain/calendar/date.ts';
import { decimal, subtract } from '../domain/money/decimal.ts';
import { requireReach } from '../domain/org/require.ts';
import { isOpen, type Project } from '../domain/project/project.ts';
import type { Transfer } from '../domain/project/transfer.ts';
import { Refusal } from '../domain/refusal.ts';
import { staffOf, unitRecipients } from '../domain/work/recipients.ts';
import type { Acting, Draw } from './acting.ts';
import { firstOpenDay } from './booking.ts';
import { notifyPeople } from './notice.service.ts';
import type { OrgTx } from './transaction.ts';

/** A transfer with the names that cards show. */
export interface TransferSight {
  readonly transfer: Transfer;
  readonly project: Project;
  readonly fromUnit: string;
  readonly toUnit: string;
}

type By = Pick<Acting, 'actor' | 'now' | 'today' | 'org'>;

/**
 * 流转: the responsible unit proposes to hand a project over and to keep a share of its credit. The other unit is asked.
 * Refusals: "transfer.no-unit" (in the pool), "transfer.closed", "transfer.same", "transfer.open" (one is under way).
 */
export async function proposeTransfer(
  tx: OrgTx,
  { actor, now }: By,
  project: Project,
  to: Pick<Transfer, 'fromShare' | 'years' | 'reason'> & { readonly unitId: number },
  ask: Draw<TransferSight>,
): Promise<TransferSight> {
  if (project.unitId === null) throw new Refusal('transfer.no-unit');
  if (!isOpen(project) && project.stage !== '投产') throw new Refusal('transfer.closed', { stage: project.stage });
  if (project.unitId === to.unitId) throw new Refusal('transfer.same');
  if (await openTransfer(tx, project.id)) throw new Refusal('transfer.open', { ref: `X${project.id}` });
  const transfer = await insertTransfer(tx, {
    projectId: project.id,
    fromUnitId: project.unitId,
    toUnitId: to.unitId,
    fromShare: to.fromShare,
    years: to.years,
    reason: to.reason,
    proposedBy: actor.personId,
    proposedAt: now,
  });
  const sight = await sightOf(tx, transfer);
  await tell(tx, now, unitRecipients(to.unitId, await listPeople(tx)), 'asked', sight, ask);
  return sight;
}

/** The receiving unit agrees; staff are asked. Agreed already: as it stands. Refusals "access.not-yours", "transfer.gone". */
export async function acceptTransfer(
  tx: OrgTx,
  { actor, now }: By,
  id: number,
  ask: Draw<TransferSight>,
): Promise<TransferSight> {
  const transfer = await loadTransfer(tx, id);
  requireReach(actor, 'report', transfer.toUnitId);
  const patch = { state: 'accepted' as const, accepted_by: actor.personId, accepted_at: now };
  const moved = transfer.state === 'proposed' ? await moveTransfer(tx, transfer, patch) : null;
  if (!moved) return sightOf(tx, await loadTransfer(tx, id));
  const sight = await sightOf(tx, moved);
  await tell(
    tx,
    now,
    staffOf(await listPeople(tx)).map((person) => person.id),
    'accepted',
    sight,
    ask,
  );
  return sight;
}

/**
 * Staff approve: from today the project is the other unit's and every metric is credited by the shares. Nobody approves
 * what they proposed or accepted ("verify.own").
 */
export async function approveTransfer(
  tx: OrgTx,
  by: By,
  id: number,
  done: Draw<TransferSight>,
): Promise<TransferSight> {
  const { actor, now, today } = by;
  const transfer = await loadTransfer(tx, id);
  requireReach(actor, 'verify', null);
  if ([transfer.proposedBy, transfer.acceptedBy].includes(actor.personId)) throw new Refusal('verify.own');
  if (transfer.state === 'proposed') throw new Refusal('transfer.not-accepted');
  const patch = { state: 'done' as const, decided_by: actor.personId, decided_at: now };
  const moved = transfer.state === 'accepted' ? await moveTransfer(tx, transfer, patch) : null;
  if (!moved) return sightOf(tx, await loadTransfer(tx, id));
  await changeProject(tx, moved.projectId, { unit_id: moved.toUnitId, pool_since: null });
  const parts = [
    { unitId: moved.fromUnitId, share: moved.fromShare },
    { unitId: moved.toUnitId, share: subtract(decimal('1'), moved.fromShare) },
  ];
  const term = moved.years === null ? null : { until: addMonths(today, moved.years * 12), heir: moved.toUnitId };
  await shareOut(tx, moved.projectId, parts, await firstOpenDay(tx, by), term);
  await insertEvent(tx, {
    projectId: moved.projectId,
    kind: 'hand-over',
    occurredOn: today,
    note: '流转，按比例共享',
    unitId: moved.toUnitId,
    reportedBy: actor.personId,
    reportedAt: now,
  });
  const sight = await sightOf(tx, moved);
  const people = await listPeople(tx);
  const both = [moved.fromUnitId, moved.toUnitId].flatMap((unitId) => unitRecipients(unitId, people));
  await tell(tx, now, both, 'done', sight, done);
  return sight;
}

/** The receiving unit or staff say no; the proposer is told. */
export async function refuseTransfer(
  tx: OrgTx,
  { actor, now }: By,
  id: number,
  told: Draw<TransferSight>,
): Promise<TransferSight> {
  const transfer = await loadTransfer(tx, id);
  if (actor.unitId !== transfer.toUnitId) requireReach(actor, 'verify', null);
  const patch = { state: 'refused' as const, decided_by: actor.personId, decided_at: now };
  const open = transfer.state === 'proposed' || transfer.state === 'accepted';
  const moved = open ? await moveTransfer(tx, transfer, patch) : null;
  const sight = await sightOf(tx, moved ?? (await loadTransfer(tx, id)));
  if (moved) await tell(tx, now, [transfer.proposedBy], 'refused', sight, told);
  return sight;
}

async function loadTransfer(tx: OrgTx, id: number): Promise<Transfer> {
  const transfer = await findTransfer(tx, id);
  if (!transfer) throw new Refusal('transfer.gone');
  return transfer;
}

async function sightOf(tx: OrgTx, transfer: Transfer): Promise<TransferSight> {
  const project = await findProject(tx, transfer.projectId);
  if (!project) throw new Refusal('transfer.gone');
  const units = await listUnits(tx);
  const nameOf = (id: number) => units.find((unit) => unit.id === id)?.name ?? '';
  return { transfer, project, fromUnit: nameOf(transfer.fromUnitId), toUnit: nameOf(transfer.toUnitId) };
}

const tell = (
  tx: OrgTx,
  now: Date,
  people: readonly number[],
  what: string,
  sight: TransferSight,
  card: Draw<TransferSight>,
): Promise<unknown> =>
  notifyPeople(tx, people, {
    class: 'notice',
    dedupeKey: `transfer:${sight.transfer.id}:${what}`,
    reply: card(sight),
    now,
  });
