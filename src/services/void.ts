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
    if (move.toStage === null || !isBehind(toStage, move.toStage)) continue;
    await insertEvent(tx, {
      projectId: move.projectId,
      kind: 'void',
      toStage: move.toStage,
      agreement: move.agreement,
      occurredOn: move.occurredOn,
      note: `退回${toStage}，${move.toStage}不再计数`,
      unitId: move.unitId,
      reportedBy: back.reportedBy,
      reportedAt: acting.now,
      verifiedBy: acting.actor.personId,
      verifiedAt: acting.now,
      ...(await bookedToday(tx, acting, move.occurredOn)),
    });
  }
}
