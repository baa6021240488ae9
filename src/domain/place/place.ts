import { type Area, area, compare, exact, subtract } from '../money/decimal.ts';
import { Refusal } from '../refusal.ts';

/** What a place is: open land, a plant that stands, or land and buildings that lie idle (存量). */
export const PLACE_KINDS = ['土地', '厂房', '存量'] as const;

/** The kind of a place. */
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** What is told of a place; absent facts stay as they are. */
export interface PlaceFacts {
  readonly name?: string | undefined;
  readonly kind?: PlaceKind | undefined;
  readonly unitId?: number | undefined;
  readonly land?: Area | undefined;
  /** Whole 平方米. */
  readonly plant?: number | undefined;
  readonly price?: string | undefined;
  readonly chains?: readonly string[] | undefined;
  readonly terms?: readonly string[] | undefined;
}

/** A parcel or plant that is offered to investors (载体, domain.md section 6). */
export interface Place {
  readonly id: number;
  readonly name: string;
  readonly kind: PlaceKind;
  /** The park or township in which it lies. */
  readonly unitId: number | null;
  readonly unitName: string | null;
  /** Whole, in 亩. */
  readonly land: Area | null;
  /** Land taken by projects, in 亩. */
  readonly taken: Area;
  /** Plant area, whole 平方米. */
  readonly plant: number | null;
  /** As the office writes it ("12万元/亩", "8元/平方米·月"). */
  readonly price: string | null;
  /** Industries it is meant for; none: any. */
  readonly chains: readonly string[];
  /** What comes with it: 标准地, 承诺制, 九通一平. */
  readonly terms: readonly string[];
  readonly uses: readonly PlaceUse[];
}

/** A project on a place. */
export interface PlaceUse {
  readonly projectId: number;
  readonly projectName: string;
  readonly land: Area;
}

const NONE = area('0');

/** 亩 that nobody has taken; null where the land was never told. */
export const freeLand = ({ land, taken }: Pick<Place, 'land' | 'taken'>): Area | null =>
  land === null ? null : subtract(land, taken);

/** Whether so much land is free. */
export const hasFree = (place: Pick<Place, 'land' | 'taken'>, wanted: Area): boolean =>
  compare(wanted, freeLand(place) ?? NONE) <= 0;

/** Refuses ("place.full") more land than is free. */
export function requireFree(place: Pick<Place, 'name' | 'land' | 'taken'>, wanted: Area): void {
  const free = freeLand(place) ?? NONE;
  if (compare(wanted, free) > 0) throw new Refusal('place.full', { place: place.name, free, wanted });
}

/** What a project needs of a place. */
export interface Need {
  readonly land: Area | null;
  readonly chain: string | null;
  readonly unitId: number | null;
}

/** A place that is proposed, with what speaks for it. */
export interface Proposal {
  readonly place: Place;
  readonly free: Area | null;
  readonly reasons: readonly ('land' | 'chain' | 'own' | 'ready' | 'idle')[];
}

/**
 * Places for a project (匹配): those with land enough whose industries do not exclude it. First the ones meant for its chain,
 * then its own unit's, ready land (标准地), idle land and buildings, then the one that leaves the least over.
 */
export function propose(need: Need, places: readonly Place[]): readonly Proposal[] {
  return places
    .filter((place) => suits(need, place))
    .map((place): Proposal => ({ place, free: freeLand(place), reasons: reasonsFor(need, place) }))
    .sort((a, b) => weight(b) - weight(a) || leftOver(a, b) || a.place.id - b.place.id);
}

function suits(need: Need, place: Place): boolean {
  const free = freeLand(place);
  const roomy = need.land === null ? free === null || compare(free, NONE) > 0 : holds(free, need.land);
  return roomy && (place.chains.length === 0 || need.chain === null || place.chains.includes(need.chain));
}

const holds = (free: Area | null, wanted: Area): boolean => free !== null && compare(free, wanted) >= 0;

function reasonsFor(need: Need, place: Place): Proposal['reasons'] {
  return [
    ...(need.land === null ? [] : (['land'] as const)),
    ...(need.chain !== null && place.chains.includes(need.chain) ? (['chain'] as const) : []),
    ...(need.unitId !== null && need.unitId === place.unitId ? (['own'] as const) : []),
    ...(place.terms.some((term) => term.includes('标准地')) ? (['ready'] as const) : []),
    ...(place.kind === '存量' ? (['idle'] as const) : []),
  ];
}

const WEIGHTS = { land: 0, chain: 8, own: 4, ready: 2, idle: 1 } as const;

const weight = ({ reasons }: Proposal): number => reasons.reduce((total, reason) => total + WEIGHTS[reason], 0);

const leftOver = (a: Proposal, b: Proposal): number => exact(a.free ?? NONE).compare(exact(b.free ?? NONE));
