import { type CalendarDate, daysBetween } from '../calendar/date.ts';

/** Who helps from outside (domain.md section 3). */
export const RESOURCE_KINDS = ['乡贤', '企业家', '商会', '协会', '招商大使', '基金', '中介', '联络点'] as const;

/** The kind of a resource. */
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** A person or body outside who helps: who keeps the contact, and when it was last touched. */
export interface Resource {
  readonly id: number;
  readonly kind: ResourceKind;
  readonly name: string;
  readonly region: string | null;
  /** Post, firm, native place. */
  readonly about: string | null;
  readonly mobile: string | null;
  readonly keeperId: number;
  readonly keeper: string;
  readonly unitId: number | null;
  readonly touchedOn: CalendarDate;
  readonly lastWords: string | null;
}

/** Days since the last touch when they are more than `most`; null while it is fresh. */
export function quietDays(
  { touchedOn }: Pick<Resource, 'touchedOn'>,
  today: CalendarDate,
  most: number,
): number | null {
  const days = daysBetween(touchedOn, today);
  return days > most ? days : null;
}

/** A target city with what was done there (full coverage of main regions and key cities). */
export interface Coverage {
  readonly city: string;
  /** Outings and events there in the year. */
  readonly visits: number;
  readonly lastOn: CalendarDate | null;
  /** Projects in the year whose investor is from there. */
  readonly leads: number;
  /** Natives, chambers, liaison points there. */
  readonly resources: number;
}

/** Counts what touches each target city: a region holds the city's name, or the other way round (深圳 of 深圳市南山区). */
export function coverageOf(
  cities: readonly string[],
  found: {
    readonly visits: readonly { readonly regions: readonly string[]; readonly on: CalendarDate }[];
    readonly leads: readonly (string | null)[];
    readonly resources: readonly (string | null)[];
  },
): readonly Coverage[] {
  return cities.map((city) => {
    const there = found.visits.filter(({ regions }) => regions.some((region) => isOf(region, city)));
    const days = there.map(({ on }) => on).sort();
    return {
      city,
      visits: there.length,
      lastOn: days.at(-1) ?? null,
      leads: found.leads.filter((region) => isOf(region, city)).length,
      resources: found.resources.filter((region) => isOf(region, city)).length,
    };
  });
}

const isOf = (region: string | null, city: string): boolean => {
  const bare = (name: string) => name.replace(/[省市区县]$/, '');
  return region !== null && bare(region).length > 1 && (region.includes(bare(city)) || city.includes(bare(region)));
};
