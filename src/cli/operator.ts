import { dateAt } from '../domain/calendar/date.ts';
import { workCalendar } from '../domain/calendar/workday.ts';
import type { Actor } from '../domain/org/access.ts';
import type { Acting } from '../services/acting.ts';
import type { Org } from '../services/org.service.ts';
import { listPeople } from '../services/people.service.ts';
import type { OrgTx } from '../services/transaction.ts';
import { UsageError } from './define.ts';

/** In whose name the command line works: everything a command's context has, but for a chat. */
export interface Operator extends Acting {
  readonly actor: Actor;
  readonly org: Org;
  /** The person named by `--as`; null when nobody was: the audit then names the command line alone. */
  readonly named: number | null;
}

/**
 * The person of `--as`, else the org's first admin, else its first member of staff. In an org without either the operator
 * is nobody (number 0), who may bring in a roster.
 */
export async function operatorIn(tx: OrgTx, org: Org, now: Date, as: string | undefined): Promise<Operator> {
  const people = (await listPeople(tx)).filter((person) => !person.disabled);
  const named = as === undefined ? undefined : people.find(({ name }) => name === as);
  if (as !== undefined && !named) throw new UsageError(`花名册里没有“${as}”`);
  const person =
    named ?? people.find(({ role }) => role === 'admin') ?? people.find(({ role }) => role === 'staff') ?? null;
  return {
    org,
    now,
    today: dateAt(now, org.timeZone),
    calendar: workCalendar(new Map(Object.entries(org.settings.calendarOverrides))),
    actor: person
      ? { personId: person.id, name: person.name, role: person.role, unitId: person.unitId }
      : { personId: 0, name: '命令行', role: 'admin', unitId: null },
    named: named?.id ?? null,
  };
}
