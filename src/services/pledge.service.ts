import { type Pledge, pledgesOf, putPledge } from '../db/pledge.repository.ts';
import { listPeople, listUnits } from '../db/roster.repository.ts';
import { type CalendarDate, partsOf } from '../domain/calendar/date.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Target } from '../domain/target/target.ts';
import type { Acting } from './acting.ts';
import { type Brought, storeOnce } from './evidence.service.ts';
import { requireSetUp } from './roster.service.ts';
import { targetsOf } from './target.service.ts';
import type { OrgTx } from './transaction.ts';

export type { Pledge };

/** A unit's pledge of a year beside the targets it is for; null: not signed. */
export interface PledgeSight {
  readonly unit: string;
  readonly year: number;
  readonly pledge: Pledge | null;
  readonly targets: readonly Target[];
}

/** The pledge of a unit; null when it signed none that year. */
export const pledgeOf = async (tx: OrgTx, unitId: number, year: number): Promise<Pledge | null> =>
  (await pledgesOf(tx, year, unitId))[0] ?? null;

/** A unit's pledge with the targets it is for. */
export async function seePledge(tx: OrgTx, unit: { id: number; name: string }, year: number): Promise<PledgeSight> {
  const [pledge, targets] = [await pledgeOf(tx, unit.id, year), await targetsOf(tx, unit.id, year)];
  return { unit: unit.name, year, pledge, targets };
}

/** Every assessed unit with its pledge of a year, in official order. */
export async function seePledges(
  tx: OrgTx,
  year: number,
): Promise<readonly { readonly unit: string; readonly pledge: Pledge | null }[]> {
  const pledges = await pledgesOf(tx, year);
  return (await listUnits(tx))
    .filter((unit) => unit.assessed && unit.rankingGroup)
    .map(({ id, name }) => ({ unit: name, pledge: pledges.find(({ unitId }) => unitId === id) ?? null }));
}

/**
 * 军令状: staff keep who signed for a unit (its head when nobody is named), when, in which words, with the paper.
 * Refusals: "access.denied", "pledge.signatory" (nobody named and no head), "evidence.type".
 */
export async function signPledge(
  tx: OrgTx,
  acting: Pick<Acting, 'actor' | 'now' | 'today'>,
  unit: { readonly id: number; readonly name: string },
  said: {
    readonly signatory: string | null;
    readonly on: CalendarDate | undefined;
    readonly text: string | null;
    readonly files: readonly Brought[];
  },
): Promise<PledgeSight> {
  requireSetUp(acting, '军令状');
  const signatory = said.signatory ?? (await headOf(tx, unit.id));
  if (signatory === null) throw new Refusal('pledge.signatory', { unit: unit.name });
  const signedOn = said.on ?? acting.today;
  const { year } = partsOf(signedOn);
  const [paper] = said.files;
  await putPledge(tx, {
    unitId: unit.id,
    year,
    signatory,
    signedOn,
    text: said.text,
    fileId: paper ? (await storeOnce(tx, paper)).id : null,
    by: acting.actor.personId,
    at: acting.now,
  });
  return seePledge(tx, unit, year);
}

const headOf = async (tx: OrgTx, unitId: number): Promise<string | null> =>
  (await listPeople(tx)).find((person) => person.unitId === unitId && person.role === 'head' && !person.disabled)
    ?.name ?? null;
