import {
  type Account,
  approveIdentity,
  deleteIdentity,
  type Identity,
  identitiesOf,
  insertIdentity,
  lockIdentity,
} from '../db/identity.repository.ts';
import { listPeople, listUnits, type Person } from '../db/roster.repository.ts';
import { type Lookup, type Member, matchMember } from '../domain/org/member.ts';
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
  /** What the platform's directory says of the account, where there is one. */
  readonly lookup: Lookup | null;
}

/** What came of a wish to be bound. */
export interface Bound {
  readonly person: Person;
  readonly state: 'asked' | 'approved';
  /** False when the account stood so before. */
  readonly changed: boolean;
}

/** Who wants to be bound, from where, and what the platform's directory says of them. */
interface Asking {
  readonly account: Account;
  readonly now: Date;
  readonly sample: boolean;
  readonly lookup: Lookup | null;
}

/** In the sample org the built-in chat binds at once: there is nobody to protect. */
const TRUSTED = ['web', 'memory'];

/**
 * 绑定: the account asks to be the person of this name and mobile, or (no claim) whom the platform's directory names. Bound
 * at once where the directory vouches for both name and mobile and the person has no other account there; else staff are
 * asked to agree. Refusals: "binding.form" (no claim, no directory), "binding.absent" (the directory does not have them),
 * "binding.nobody", "binding.several" (whom it names is not in the roster, or several are), "binding.unknown" (no such name
 * with that mobile; alike whichever of the two is wrong), "binding.other" (the account is somebody else's).
 */
export async function askBinding(
  tx: OrgTx,
  { account, now, sample, lookup }: Asking,
  claim: { readonly name: string; readonly mobile: string } | null,
  card: Draw<Asked>,
): Promise<Bound> {
  const people = await listPeople(tx);
  const known = await lockIdentity(tx, account);
  const bound = people.find(({ id }) => id === known?.personId);
  if (known && bound && !claim && (known.state === 'approved' || !lookup || 'absent' in lookup))
    return { person: bound, state: known.state, changed: false };
  const { person, proven } = claim ? claimed(people, claim, lookup) : await named(tx, people, lookup);
  if (known && known.personId !== person?.id) throw new Refusal('binding.other');
  if (!person) throw new Refusal('binding.unknown');
  const existing = (await identitiesOf(tx, person.id)).filter(({ externalId }) => externalId !== account.externalId);
  const trusted = sample && TRUSTED.includes(account.platform);
  const state = trusted || (proven && !existing.some((other) => isBeside(other, account))) ? 'approved' : 'asked';
  if (known && (known.state === 'approved' || state === 'asked')) return { person, state: known.state, changed: false };
  if (known) await approveIdentity(tx, account, null);
  else await insertIdentity(tx, { ...account, personId: person.id, state, askedAt: now, approvedBy: null });
  if (state === 'asked') {
    const staff = staffOf(people).map(({ id }) => id);
    const dedupeKey = `binding:${account.platform}:${account.externalId}:${now.getTime()}`;
    const reply = card({ person, account, existing, lookup });
    await notifyPeople(tx, staff, { class: 'notice', dedupeKey, reply, now });
  }
  return { person, state, changed: true };
}

const isBeside = (one: Account, other: Account): boolean =>
  one.platform === other.platform && one.workspace === other.workspace;

/** Whom somebody says to be; proven where the directory says so too. */
function claimed(
  people: readonly Person[],
  claim: { readonly name: string; readonly mobile: string },
  lookup: Lookup | null,
): { readonly person: Person | undefined; readonly proven: boolean } {
  const isClaimed = ({ name, mobile }: Pick<Person | Member, 'name' | 'mobile'>): boolean =>
    name === claim.name && mobile === claim.mobile;
  const person = people.find((one) => !one.disabled && isClaimed(one));
  return { person, proven: lookup !== null && 'member' in lookup && isClaimed(lookup.member) };
}

/** Whom the directory names. */
async function named(
  tx: OrgTx,
  people: readonly Person[],
  lookup: Lookup | null,
): Promise<{ readonly person: Person; readonly proven: boolean }> {
  if (!lookup) throw new Refusal('binding.form');
  if ('absent' in lookup) throw new Refusal('binding.absent', { why: lookup.absent });
  const { member } = lookup;
  const found = matchMember(member, people, await listUnits(tx));
  if (typeof found === 'string')
    throw new Refusal(`binding.${found}`, { name: member.name, department: member.departments[0] ?? '' });
  return { person: found.person, proven: found.by === 'mobile' };
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
