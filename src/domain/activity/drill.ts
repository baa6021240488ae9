import type { CalendarDate } from '../calendar/date.ts';

/** A training or a contest of the team. */
export type DrillKind = '培训' | '比武';

/** One person's part in a training or contest; the award is as told ("第一名"). */
export interface DrillPart {
  readonly kind: DrillKind;
  readonly name: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly person: string;
  readonly unit: string | null;
  readonly award: string | null;
}

/** A training or contest with all who took part. */
export interface Drill extends Pick<DrillPart, 'kind' | 'name' | 'from' | 'to'> {
  readonly parts: readonly DrillPart[];
}

/** Parts by what they are parts of, in the order they come in. */
export function drillsOf(parts: readonly DrillPart[]): readonly Drill[] {
  const found = new Map<string, DrillPart[]>();
  for (const part of parts) {
    const key = `${part.from} ${part.name}`;
    found.set(key, [...(found.get(key) ?? []), part]);
  }
  return [...found.values()].flatMap((own) => {
    const [first] = own;
    return first ? [{ kind: first.kind, name: first.name, from: first.from, to: first.to, parts: own }] : [];
  });
}

/** Somebody of the team: how often trained, and what they won. */
export interface Teammate {
  readonly name: string;
  readonly unit: string;
  readonly title: string | null;
  readonly times: number;
  readonly awards: readonly string[];
}

/** The team of each unit: how many there are, how many were trained, how often in all, what they won. */
export function teamsOf(team: readonly Teammate[]) {
  return [...new Set(team.map(({ unit }) => unit))].map((unit) => {
    const own = team.filter((one) => one.unit === unit);
    return {
      unit,
      people: own.length,
      trained: own.filter(({ times }) => times > 0).length,
      times: own.reduce((sum, { times }) => sum + times, 0),
      awards: own.flatMap(({ name, awards }) => awards.map((award) => `${name}${award}`)),
    };
  });
}
