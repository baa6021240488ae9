import type { LeaderboardModel, LeaderboardRow } from './model.ts';

/** A figure of a published board that a correction changes, as it was and as it is; null: none (not ranked). */
export interface Changed {
  readonly unit: string;
  readonly figure: CorrectedFigure;
  readonly was: string | null;
  readonly now: string | null;
}

/** The figures a correction names, in the order it names them. */
const CORRECTED = ['funds', 'signedCount', 'signedAmount', 'startedCount', 'fdi', 'score', 'rank'] as const;
export type CorrectedFigure = (typeof CORRECTED)[number];

/** What a recomputed board says differently, unit by unit; a unit that is only on one of them counts as changed whole. */
export function changesOf(was: LeaderboardModel, now: LeaderboardModel): readonly Changed[] {
  const [before, after] = [rowsOf(was), rowsOf(now)];
  const units = [...new Set([...before.keys(), ...after.keys()])];
  return units.flatMap((unit) =>
    CORRECTED.flatMap((figure): readonly Changed[] => {
      const [old, fresh] = [figureIn(before.get(unit), figure), figureIn(after.get(unit), figure)];
      return old === fresh ? [] : [{ unit, figure, was: old, now: fresh }];
    }),
  );
}

const rowsOf = ({ groups }: LeaderboardModel): ReadonlyMap<string, LeaderboardRow> =>
  new Map(groups.flatMap(({ rows }) => rows.map((row) => [row.unit, row] as const)));

function figureIn(row: LeaderboardRow | undefined, figure: CorrectedFigure): string | null {
  const value = row?.[figure] ?? null;
  return value === null ? null : String(value);
}
