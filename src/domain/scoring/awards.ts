import type { Board, Test, Unit } from './board.ts';
import type { Award } from './scheme.ts';
import type { Standing } from './standing.ts';
import type { Within } from './value.ts';

/** The ranking of a unit's pool. */
export type StandingsOf = (within: Within, unit: Unit) => readonly Standing[];

export interface AwardGround {
  readonly board: Board;
  readonly test: (award: Award) => Test;
  readonly standings: StandingsOf;
  /** The ranking's own pool, which an award takes when it names none. */
  readonly within: Within;
}

/** The names of the awards each unit gets, in the scheme's order. */
export function awardsOf(awards: readonly Award[], ground: AwardGround): (unit: Unit) => readonly string[] {
  const reached = awards.map((award) => ({ award, gets: groundTest(award, ground) }));
  const holds = (name: string, unit: Unit): boolean =>
    reached.some(({ award, gets }) => award.name === name && gets(unit) && isFree(award, unit));
  const isFree = (award: Award, unit: Unit): boolean => !(award.unless ?? []).some((name) => holds(name, unit));
  const names = [...new Set(awards.map(({ name }) => name))];
  return (unit) => names.filter((name) => holds(name, unit));
}

/** Whether a unit meets an award's own terms, leaving `unless` aside. */
function groundTest(award: Award, ground: AwardGround): Test {
  const within = award.within ?? ground.within;
  const holds = ground.test(award);
  const sizeOf = ground.board.pool(within, (units) => units.length);
  const isPlaced = award.top !== undefined || award.bottom !== undefined;
  return (unit) => {
    const standings = isPlaced ? ground.standings(within, unit) : [];
    const size = isPlaced ? standings.length : sizeOf(unit);
    return size >= (award.min_units ?? 0) && holds(unit) && (!isPlaced || isWithinEdge(award, standings, unit));
  };
}

function isWithinEdge(award: Award, standings: readonly Standing[], unit: Unit): boolean {
  const own = standings.find((standing) => standing.unit === unit);
  if (!own) return false;
  const ahead = award.top !== undefined ? own.better : standings.length - own.better - own.shared;
  const places = award.top ?? award.bottom ?? 0;
  return award.ties === 'exclude' ? ahead + own.shared <= places : ahead < places;
}
