import {
  type Account,
  approveIdentity,
  deleteIdentity,
  type Identity,
  identitiesOf,
  insertIdentity,
  lockIdentity,
} from '../db/identity.repository.ts';
import { listPeople, type Person } from '../db/roster.repository.ts';
import { Refusal } from '../domain/refusal.ts';
import { staffOf } from '../domain/work/recipients.ts';
import type { Draw } from './acting.ts';
import { notifyPeople } from './notice.service.ts';
import type { OrgTx } from './transaction.ts';

/** An account that asks to be a person of the roster, with the accounts the person has already. */
export interface Asked {
  readonly person: Person;
  readonly account: Account;
  readonly existing: readonly Identity[];
}

/** What came of a wish to be bound. */
export interface Bound {
  readonly person: Person;
  readonly state: 'asked' | 'approved';
  /** False when the account stood so before. */
  readonly changed: boolean;
}

/** In the sample org the built-in chat binds at once: there is nobody to protect. */
const TRUSTED = ['web', 'memory'];

/**
 * 绑定: the account asks to be the person of this name and mobile; staff are asked to agree. Refusals: "binding.unknown"
 * (no such name with that mobile; alike whichever of the two is wrong), "binding.other" (the account is somebody else's).
 */
export async function askBinding(
  tx: OrgTx,
  at: { readonly account: Account; readonly now: Date; readonly sample: boolean },
  claim: { readonly name: string; readonly mobile: string },
  card: Draw<Asked>,
): Promise<Bound> {
  const people = await listPeople(tx);
  const person = people.find(
    ({ name, mobile, disabled }) => !disabled && name === claim.name && mobile === claim.mobile,
  );
  const known = await lockIdentity(tx, at.account);
  if (known && known.personId !== person?.id) throw new Refusal('binding.other');
  if (!person) throw new Refusal('binding.unknown');
  if (known) return { person, state: known.state, changed: false };
  const existing = await identitiesOf(tx, person.id);
  const state = at.sample && TRUSTED.includes(at.account.platform) ? 'approved' : 'asked';
  await insertIdentity(tx, { ...at.account, personId: person.id, state, askedAt: at.now, approvedBy: null });
  if (state === 'asked') {
    const staff = staffOf(people).map(({ id }) => id);
    const dedupeKey = `binding:${at.account.platform}:${at.account.externalId}:${at.now.getTime()}`;
    const reply = card({ person, account: at.account, existing });
    await notifyPeople(tx, staff, { class: 'notice', dedupeKey, reply, now: at.now });
  }
  return { person, state, changed: true };
}

/** The answer of staff. Answered before: what is. Refusal "binding.gone" when the wish is not there any more. */
export async function answerBinding(
  tx: OrgTx,
  at: { readonly actorId: number; readonly now: Date },
  account: Account,
  agreed: boolean,
  card: Draw<Person>,
): Promise<Bound> {
  const known = await lockIdentity(tx, account);
  const person = known ? (await listPeople(tx)).find(({ id }) => id === known.personId) : undefined;
  if (!known || !person) throw new Refusal('binding.gone');
  if (known.state === 'approved') return { person, state: 'approved', changed: false };
  if (!agreed) {
    await deleteIdentity(tx, account);
    return { person, state: 'asked', changed: true };
  }
  await approveIdentity(tx, account, at.actorId);
  const dedupeKey = `bound:${account.platform}:${account.externalId}:${at.now.getTime()}`;
  await notifyPeople(tx, [person.id], { class: 'notice', dedupeKey, reply: card(person), now: at.now });
  return { person, state: 'approved', changed: true };
}
