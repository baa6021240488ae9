import type { Evaluation } from '../scoring/evaluate.ts';
import { printed } from '../scoring/rounding.ts';
import type { Scheme, Show } from '../scoring/scheme.ts';
import { scoreUnits } from './leaderboard.ts';
import type { BoardUnit, FactsByUnit, MoreFigures, TargetsByUnit } from './leaderboard-inputs.ts';
import type { BoardModel, BoardRow, ReportHead } from './model.ts';

/** Everything a single board is made of; kept with the report. */
export interface BoardInputs {
  readonly head: ReportHead;
  readonly units: readonly BoardUnit[];
  readonly unflagged: readonly number[];
  readonly targets: TargetsByUnit;
  readonly facts: FactsByUnit;
  readonly more: MoreFigures | null;
  /** With its rates written out. */
  readonly scheme: Scheme;
  /** What figures are called in columns, where their name is not it. */
  readonly labels: Readonly<Record<string, string>>;
}

/** A single board (单项榜, 攻坚榜, a draft on trial): whatever the scheme shows, ranked as the scheme ranks. */
export function singleBoard({ head, units, unflagged, targets, facts, more, scheme, labels }: BoardInputs): BoardModel {
  const evaluation = scoreUnits(units, facts, targets, scheme, more);
  const columns = columnsOf(scheme);
  const rows = units.map((unit, at) => rowOf(evaluation, columns, unit, at, unflagged));
  const grouped = scheme.rank?.within === 'group' ? [...new Set(rows.map((row) => row.group))] : [''];
  return {
    ...head,
    kind: 'board',
    columns: columns.map(([name, { percent }]) => `${labels[name] ?? name}${percent ? '(%)' : ''}`),
    groups: grouped.map((name) => ({
      name,
      rows: rows.filter((row) => name === '' || row.group === name).sort((a, b) => place(a) - place(b)),
    })),
  };
}

const place = ({ rank }: BoardRow): number => rank ?? Number.MAX_SAFE_INTEGER;

type Column = readonly [name: string, show: Show];

/** What the scheme shows, in its order; the total alone when it says nothing, the first key of the ranking without items. */
function columnsOf(scheme: Scheme): readonly Column[] {
  const shown = Object.entries(scheme.show ?? {});
  if (shown.length > 0) return shown;
  const key = scheme.rank?.by[0]?.value;
  return [[scheme.items || typeof key !== 'string' ? 'total' : key, {}]];
}

function rowOf(
  { outcomes, figures }: Evaluation,
  columns: readonly Column[],
  unit: BoardUnit,
  at: number,
  unflagged: readonly number[],
): BoardRow {
  const outcome = outcomes[at];
  return {
    unitId: unit.id,
    unit: unit.name,
    group: unit.group,
    rank: outcome?.rank ?? null,
    cells: columns.map(([name, show]) => {
      const value = outcome && figures.measure(name)(outcome.unit);
      return value ? printed(value, show) : '—';
    }),
    flags: unflagged.includes(unit.id) ? [] : (outcome?.awards ?? []),
  };
}
