import { countedMoves, insertEvent } from '../db/project-history.repository.ts';
import type { ProjectEvent } from '../domain/project/history.ts';
import { isBehind } from '../domain/project/stage.ts';
import type { Acting } from './acting.ts';
import { bookedToday } from './booking.ts';
import type { OrgTx } from './transaction.ts';

/**
 * A verified step back takes the stages behind which the project now stands out of the count: each by a second event, on
 * the day the stage happened, booked like any other (in a closed month: 补报). What was published stays as it was.
 */
export async function voidStages(tx: OrgTx, acting: Acting, back: ProjectEvent): Promise<void> {
  const { toStage } = back;
  if (toStage === null) return;
  for (const move of await countedMoves(tx, back.projectId)) {
    if (move.toStage !== null && isBehind(toStage, move.toStage))
      await voidMove(tx, acting, move, { why: `退回${toStage}`, reportedBy: back.reportedBy });
  }
}

/** A project that turns out to be another one: its stages count no more, booked as a step back is. */
export async function voidDouble(tx: OrgTx, acting: Acting, projectId: number, original: number): Promise<void> {
  for (const move of await countedMoves(tx, projectId))
    await voidMove(tx, acting, move, { why: `与 X${original} 重复`, reportedBy: acting.actor.personId });
}

async function voidMove(
  tx: OrgTx,
  acting: Acting,
  move: ProjectEvent,
  { why, reportedBy }: { readonly why: string; readonly reportedBy: number | null },
): Promise<void> {
  if (move.toStage === null) return;
  await insertEvent(tx, {
    projectId: move.projectId,
    kind: 'void',
    toStage: move.toStage,
    agreement: move.agreement,
    occurredOn: move.occurredOn,
    note: `${why}，${move.toStage}不再计数`,
    unitId: move.unitId,
    reportedBy,
    reportedAt: acting.now,
    verifiedBy: acting.actor.personId,
    verifiedAt: acting.now,
    ...(await bookedToday(tx, acting, move.occurredOn)),
  });
}
