import { drillParts, putDrill, teammates } from '../db/drill.repository.ts';
import { listPeople } from '../db/roster.repository.ts';
import { checkDays } from '../domain/activity/activity.ts';
import type { DrillKind, DrillPart, Teammate } from '../domain/activity/drill.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { requireReach } from '../domain/org/require.ts';
import type { Named } from '../domain/org/vocabulary.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import type { OrgTx } from './transaction.ts';

interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A training or contest as told: a unit stands for all of its people. */
export interface ToldDrill extends Span {
  readonly kind: DrillKind;
  readonly name: string;
  readonly who: readonly { readonly named: Named; readonly award: string | null }[];
}

/**
 * Notes who took part in a training or contest, each once; gives how many parts are new. Refusals "drill.name", "drill.nobody",
 * "activity.days", "access.not-yours" (people of another unit).
 */
export async function tellDrill(tx: OrgTx, acting: Acting, told: ToldDrill): Promise<number> {
  const { actor, today } = acting;
  if ([...told.name].length < 2 || told.name.length > 60)
    throw new Refusal('drill.name', { name: told.name.slice(0, 20) });
  checkDays(told, today);
  const people = (await listPeople(tx)).filter(({ disabled }) => !disabled);
  const parts = told.who.flatMap(({ named, award }) =>
    people
      .filter(({ id, unitId }) => (named.kind === 'person' ? id === named.id : unitId === named.id))
      .map((person) => ({ person, award })),
  );
  if (parts.length === 0) throw new Refusal('drill.nobody');
  let added = 0;
  for (const { person, award } of parts) {
    requireReach(actor, 'report', person.unitId);
    const { kind, name, from, to } = told;
    if (await putDrill(tx, { kind, name, from, to, award, personId: person.id, by: actor.personId })) added += 1;
  }
  return added;
}

/** Who took part in what in a span, the latest first. */
export const drills = (tx: OrgTx, span: Span, unitId: number | null): Promise<readonly DrillPart[]> =>
  drillParts(tx, span, unitId);

/** The team with what each took part in in a span. */
export const team = (tx: OrgTx, span: Span, unitId: number | null): Promise<readonly Teammate[]> =>
  teammates(tx, span, unitId);
