import type { Duty } from '../domain/work/duty.ts';
import type { Acting } from './acting.ts';
import { commitmentDuties } from './commitment.service.ts';
import { eventDuties } from './event.service.ts';
import { requestDuties } from './request.service.ts';
import { reviewDuties } from './review.service.ts';
import type { OrgTx } from './transaction.ts';

/** Everything with a day and somebody who answers for it that is no task: what the ladder, 我的, 首页 and the briefs chase. */
export async function openDuties(
  tx: OrgTx,
  around: Pick<Acting, 'now' | 'calendar' | 'org'>,
  unitId?: number,
): Promise<readonly Duty[]> {
  return [
    ...(await commitmentDuties(tx, around, unitId)),
    ...(await requestDuties(tx, around, unitId)),
    ...(await reviewDuties(tx, around, unitId)),
    ...(await eventDuties(tx, around, unitId)),
  ];
}
