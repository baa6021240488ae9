import { isStrange, type Places, placesAbroad } from './abroad.ts';
import type { Names } from './names.ts';
import type { Prepared } from './prepared.ts';
import type { Scale } from './scale.ts';
import { isListed, isSeveral } from './several.ts';

/** What is known of a message before its kind is. */
export interface Facts {
  readonly names: Names;
  readonly scale: Scale;
  readonly stage: string | null;
  /** Several projects are told of at once. */
  readonly several: boolean;
  /** Several projects, each with its sum. */
  readonly listed: boolean;
  readonly places: Places;
}

/** Puts together what is known of a message. */
export function factsOf({ plain }: Prepared, names: Names, scale: Scale, stage: string | null): Facts {
  const several = isSeveral(plain, names.company !== null && scale.invested);
  return { names, scale, stage, several, listed: isListed(plain), places: placesAbroad(plain) };
}

/** Whether a figure says how big a project is. */
export const hasScale = (scale: Scale): boolean =>
  scale.invested ||
  scale.investment !== null ||
  scale.foreign !== null ||
  scale.other !== null ||
  scale.land !== null ||
  scale.jobs !== null ||
  scale.output !== null ||
  scale.tax !== null;

/** Signs of facts begin here, in the private area of Unicode, where no character of a text is. */
const FACT = 0xe800;
const STAGES = [null, '线索', '在谈', '签约', '落地', '开工', '投产'];
/** Characters in a step of the length. */
const STEP = 25;

/** A number as the sign of a fact. */
export const signOf = (fact: number): number => FACT + fact;

/** The facts as signs that can be weighed beside the characters of a message: each is a number from {@link FACT} on. */
export function signsOfFacts(prepared: Prepared, facts: Facts): readonly number[] {
  const { names, scale, stage, places } = facts;
  const { present } = names;
  const sums = scale.investment !== null || scale.invested || scale.foreign !== null || scale.other !== null;
  const flags = [
    scale.investment,
    scale.foreign,
    scale.other,
    scale.land,
    scale.jobs,
    scale.output,
    scale.tax,
    scale.arrived,
    scale.invested,
    facts.several,
    facts.listed,
    places.plant,
    prepared.chatty,
    prepared.phones.length > 0,
    isStrange(prepared.plain),
  ].flatMap((flag, at) => (flag === null || flag === false ? [] : [at]));
  const bits = (...all: readonly boolean[]) => all.reduce((sum, bit, at) => sum + (bit ? 2 ** at : 0), 0);
  const at = Math.max(STAGES.indexOf(stage), 0);
  const named = present.company > NAMED || present.project > NAMED;
  return [
    ...flags,
    20 + Math.min(prepared.amounts.length, 3),
    30 + Math.min(prepared.dates.length, 2),
    40 + Math.min(prepared.lands.length, 2),
    50 + Math.floor(present.company * 3.99),
    60 + Math.floor(present.project * 3.99),
    70 + Math.min(Math.floor(prepared.plain.length / STEP), 6),
    80 + at * 2 + (named ? 1 : 0),
    180 + bits(places.named, places.there, places.home, places.goal, places.city),
    100 + bits(sums, scale.land !== null, stage !== null, present.company > NAMED),
  ].map(signOf);
}

/** From this likelihood on a name is thought to be there. */
const NAMED = 0.3;
