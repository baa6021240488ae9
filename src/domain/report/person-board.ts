/** What one person did in a stretch of days. */
export interface PersonWork {
  readonly personId: number;
  readonly name: string;
  readonly unitId: number | null;
  readonly unit: string | null;
  /** Leads first reported by the person; those of them (of any year) signed in the stretch. */
  readonly leads: number;
  readonly signed: number;
  /** Activities led, taken part in or filed. */
  readonly activities: number;
  /** Progress notes. */
  readonly notes: number;
  /** Tasks due in the stretch that the person was given or signed for. */
  readonly tasksDue: number;
  readonly tasksOnTime: number;
  readonly tasksOverdue: number;
}

/** A person's line with its place. */
export type RankedPerson = PersonWork & { readonly rank: number };

const BY = ['signed', 'leads', 'activities', 'notes'] as const;

/** Places by signings, then leads, activities and notes; equals share a place; who did nothing of these has none. */
export function rankPeople(people: readonly PersonWork[]): readonly RankedPerson[] {
  const compare = (a: PersonWork, b: PersonWork): number => {
    const by = BY.find((field) => a[field] !== b[field]);
    return by ? b[by] - a[by] : 0;
  };
  const sorted = people.filter((person) => BY.some((field) => person[field] > 0)).sort(compare);
  return sorted.map((person) => ({ ...person, rank: sorted.findIndex((other) => compare(other, person) === 0) + 1 }));
}
