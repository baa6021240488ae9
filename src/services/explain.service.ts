import { Refusal } from '../domain/refusal.ts';
import { NO_FACTS } from '../domain/report/facts.ts';
import { schemeInput } from '../domain/report/leaderboard.ts';
import type { LeaderboardModel, LeaderboardRow } from '../domain/report/model.ts';
import { type Explanation, explain } from '../domain/scoring/explain.ts';
import { countMove, moneyMove } from '../domain/scoring/lift.ts';
import type { Reporting } from './board.service.ts';
import { boardNow } from './publish.service.ts';
import type { OrgTx } from './transaction.ts';

/** Why a unit stands where it stands, and the smallest steps that lift it. */
export interface UnitExplained {
  readonly model: LeaderboardModel;
  readonly row: LeaderboardRow;
  readonly explanation: Explanation;
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
  const units = inputs.units.map((unit) =>
    schemeInput(unit, inputs.cumulative.get(unit.id) ?? NO_FACTS, inputs.targets, inputs.more?.cumulative),
  );
  const moves = [SIGNING, moneyMove('funds'), countMove('started_count')];
  return { model, row, explanation: explain(inputs.scheme, units, index, { moves }) };
}
