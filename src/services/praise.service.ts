import { insertPraise, type Praised, praisesBetween } from '../db/praise.repository.ts';
import { listPeople } from '../db/roster.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { requireReach } from '../domain/org/require.ts';
import type { Named } from '../domain/org/vocabulary.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Praise } from '../domain/work/praise.ts';
import { headsOf, unitRecipients } from '../domain/work/recipients.ts';
import type { Acting, Draw } from './acting.ts';
import { notifyPeople } from './notice.service.ts';
import type { OrgTx } from './transaction.ts';

const LONGEST = 300;

/**
 * Recognises the work of people and units: kept, and told to them and to the heads of their units, once. Gives those that are
 * new. Refusals "praise.nobody", "praise.words", "praise.self", "access.not-yours" (a head praises in their own unit).
 */
export async function praise(
  tx: OrgTx,
  acting: Pick<Acting, 'actor' | 'now' | 'today'>,
  { names, text }: { readonly names: readonly Named[]; readonly text: string },
  draw: Draw<{ readonly text: string; readonly by: string; readonly whose: string }>,
): Promise<readonly Named[]> {
  const { actor, now, today } = acting;
  if (names.length === 0) throw new Refusal('praise.nobody');
  if ([...text].length < 4 || text.length > LONGEST) throw new Refusal('praise.words', { text: text.slice(0, 20) });
  const people = await listPeople(tx);
  const added: Named[] = [];
  for (const named of names) {
    const person = named.kind === 'person' ? people.find(({ id }) => id === named.id) : undefined;
    if (person?.id === actor.personId) throw new Refusal('praise.self');
    const unitId = person ? person.unitId : named.id;
    requireReach(actor, 'dispatch', unitId);
    const praised: Praised = person ? { personId: person.id } : { unitId: named.id };
    const id = await insertPraise(tx, praised, { text, on: today, by: actor.personId, at: now });
    if (id === null) continue;
    added.push(named);
    const hear = person ? [person.id, ...headsOf(unitId, people)] : unitRecipients(named.id, people);
    const reply = draw({ text, by: actor.name, whose: named.name });
    const others = hear.filter((one) => one !== actor.personId);
    await notifyPeople(tx, others, { class: 'notice', dedupeKey: `praise:${id}`, reply, now });
  }
  return added;
}

/** What was recognised in a span of days, the latest first. */
export const praises = (
  tx: OrgTx,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<readonly Praise[]> => praisesBetween(tx, from, to);
