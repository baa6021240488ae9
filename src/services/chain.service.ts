import { activitiesBetween } from '../db/activity.repository.ts';
import { listPeople } from '../db/roster.repository.ts';
import { booksOf } from '../domain/calendar/books.ts';
import { dateAt } from '../domain/calendar/date.ts';
import type { Acting } from './acting.ts';
import type { OrgTx } from './transaction.ts';

/** A chain without an activity this month, and who leads it (null: no leader named, or not on the roster). */
export interface IdleChain {
  readonly name: string;
  readonly leader: string | null;
  readonly leaderId: number | null;
}

/** Chains of the org's settings that have had no activity since the month began (each chain: at least one a month). */
export async function idleChains(tx: OrgTx, org: Acting['org'], now: Date): Promise<readonly IdleChain[]> {
  const today = dateAt(now, org.timeZone);
  const busy = new Set(
    (await activitiesBetween(tx, booksOf(org.settings).holding('month', today).from, today)).map(({ chain }) => chain),
  );
  const people = (await listPeople(tx)).filter(({ disabled }) => !disabled);
  return org.settings.chains
    .filter(({ name }) => !busy.has(name))
    .map(({ name, leader = null }) => ({
      name,
      leader,
      leaderId: people.find((person) => leader?.includes(person.name))?.id ?? null,
    }));
}
