import { waitingItems } from '../db/waiting.repository.ts';
import { dateAt } from '../domain/calendar/date.ts';
import { Refusal } from '../domain/refusal.ts';
import { NO_FACTS, type UnitFacts } from '../domain/report/facts.ts';
import { schemeInput } from '../domain/report/leaderboard.ts';
import type { LeaderboardInputs } from '../domain/report/leaderboard-inputs.ts';
import type { LeaderboardModel, LeaderboardRow } from '../domain/report/model.ts';
import { type WaitingItem, withWaiting } from '../domain/report/waiting.ts';
import type { UnitInput } from '../domain/scoring/board.ts';
import { type Explanation, explain } from '../domain/scoring/explain.ts';
import { countMove, moneyMove } from '../domain/scoring/lift.ts';
import type { Reporting } from './board.service.ts';
import { boardNow } from './publish.service.ts';
import type { OrgTx } from './transaction.ts';

/** Why a unit stands where it stands, and the smallest steps that lift it. */
export interface UnitExplained {
  readonly model: LeaderboardModel;
  readonly row: LeaderboardRow;
  /** As verified; the steps up are counted from where `waiting` would bring it. */
  readonly explanation: Explanation;
  /** What the unit reported that waits to be verified, and the place it would have with all of it; null: nothing waits. */
  readonly waiting: { readonly items: readonly WaitingItem[]; readonly rank: number | null } | null;
}

/** Signing one more project brings its amount with it: counted as one of a hundred million (10000 万元). */
const SIGNING = {
  id: 'signed_count',
  adds: { signed_count: 1, signed_amount: 10_000 },
  steps: [1, 2, 3, 4, 5, 6, 8, 10],
};

/** Explains a unit on this month's board as it stands now. Refusal "rank.not-assessed" for a unit that is not on it. */
export async function explainUnit(tx: OrgTx, org: Reporting, unitId: number, now: Date): Promise<UnitExplained> {
  const { model, inputs } = await boardNow(tx, org, now);
  const index = inputs.units.findIndex((unit) => unit.id === unitId);
  const row = model.groups.flatMap((group) => group.rows).find((one) => one.unitId === unitId);
  if (index < 0 || !row) throw new Refusal('rank.not-assessed');
  const today = dateAt(now, org.timeZone);
  const items = (await waitingItems(tx, today, now)).filter((item) => item.unitId === unitId);
  const moves = [SIGNING, moneyMove('funds'), countMove('started_count')];
  const hoped = explain(inputs.scheme, inputsWith(inputs, unitId, items), index, { moves });
  const explanation =
    items.length === 0
      ? hoped
      : { ...explain(inputs.scheme, inputsWith(inputs, unitId, []), index), lifts: hoped.lifts };
  return { model, row, explanation, waiting: items.length === 0 ? null : { items, rank: hoped.rank } };
}

/** What the scheme sees of every unit when some items of one unit are verified too. */
export const inputsWith = (
  { units, cumulative, targets, more }: LeaderboardInputs,
  unitId: number,
  items: readonly WaitingItem[],
): readonly UnitInput[] =>
  units.map((unit) => {
    const facts: UnitFacts = cumulative.get(unit.id) ?? NO_FACTS;
    return schemeInput(unit, unit.id === unitId ? withWaiting(facts, items) : facts, targets, more?.cumulative);
  });
