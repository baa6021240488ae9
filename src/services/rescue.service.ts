import { listPeople } from '../db/roster.repository.ts';
import { waitingItems } from '../db/waiting.repository.ts';
import { booksOf } from '../domain/calendar/books.ts';
import { type CalendarDate, dateAt } from '../domain/calendar/date.ts';
import type { Exact } from '../domain/money/exact.ts';
import type { LeaderboardInputs } from '../domain/report/leaderboard-inputs.ts';
import type { WaitingItem } from '../domain/report/waiting.ts';
import { evaluate } from '../domain/scoring/evaluate.ts';
import { headsOf, staffOf } from '../domain/work/recipients.ts';
import { buildBoard, type Reporting } from './board.service.ts';
import { inputsWith } from './explain.service.ts';
import type { OrgTx } from './transaction.ts';

/** An item that waits, with the points that hang on it; null where too many wait to work each one out. */
export interface RescueItem extends WaitingItem {
  readonly unit: string;
  readonly points: Exact | null;
}

/** What a unit could still save before the month closes. */
export interface UnitRescue {
  readonly unitId: number;
  readonly unit: string;
  readonly group: string;
  readonly rank: number | null;
  /** With everything of its own verified. */
  readonly rankIf: number | null;
  readonly items: readonly RescueItem[];
  /** Whom to tell: the unit's heads. */
  readonly heads: readonly number[];
}

/** 抢救单 before a closing: unit by unit, and all of it as staff's queue, most points first. */
export interface Rescue {
  readonly closes: CalendarDate;
  readonly units: readonly UnitRescue[];
  readonly queue: readonly RescueItem[];
  readonly staff: readonly number[];
}

/** More items than this are listed without the points of each. */
const MOST_EVALUATED = 60;

/** What is reported and not verified of this month's board as of now, with what hangs on it. */
export async function rescueList(tx: OrgTx, org: Reporting, now: Date): Promise<Rescue> {
  const today = dateAt(now, org.timeZone);
  const closing = booksOf(org.settings).nextClosing(today);
  const { inputs } = await buildBoard(tx, org, closing.month, now);
  const waiting = await waitingItems(tx, closing.month.to < today ? closing.month.to : today, now);
  const people = await listPeople(tx);
  const all = evaluate(inputs.scheme, inputsWith(inputs, 0, []));
  const totalOf = (unitId: number, evaluation = all): Exact | null => {
    const unit = evaluation.outcomes[inputs.units.findIndex(({ id }) => id === unitId)]?.unit;
    return unit && inputs.scheme.items ? evaluation.figures.measure('total')(unit) : null;
  };
  const units = inputs.units.flatMap((unit, at): readonly UnitRescue[] => {
    const own = waiting.filter(({ unitId }) => unitId === unit.id);
    if (own.length === 0) return [];
    const then = evaluate(inputs.scheme, inputsWith(inputs, unit.id, own));
    return [
      {
        unitId: unit.id,
        unit: unit.name,
        group: unit.group,
        rank: all.outcomes[at]?.rank ?? null,
        rankIf: then.outcomes[at]?.rank ?? null,
        items: own.map((item) => ({
          ...item,
          unit: unit.name,
          points: waiting.length > MOST_EVALUATED ? null : gain(inputs, item, totalOf),
        })),
        heads: headsOf(unit.id, people),
      },
    ];
  });
  const queue = units.flatMap(({ items }) => items).sort((a, b) => compareGain(b.points, a.points));
  return {
    closes: closing.day,
    units,
    queue,
    staff: staffOf(people).map(({ id }) => id),
  };
}

function gain(
  inputs: LeaderboardInputs,
  item: WaitingItem,
  totalOf: (unitId: number, evaluation?: ReturnType<typeof evaluate>) => Exact | null,
): Exact | null {
  const now = totalOf(item.unitId);
  const then = totalOf(item.unitId, evaluate(inputs.scheme, inputsWith(inputs, item.unitId, [item])));
  return now ? (then?.sub(now) ?? null) : null;
}

const compareGain = (a: Exact | null, b: Exact | null): number =>
  a === null || b === null ? Number(b === null) - Number(a === null) : a.compare(b);
