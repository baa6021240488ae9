import { keepResource } from '../db/resource.repository.ts';
import { listPeople, type Person } from '../db/roster.repository.ts';
import {
  findSuccession,
  insertSuccession,
  openMatters,
  openSuccession,
  passProject,
  passTask,
  stepSuccession,
} from '../db/succession.repository.ts';
import { giveFirm } from '../db/target-firm.repository.ts';
import { may } from '../domain/org/access.ts';
import { Refusal } from '../domain/refusal.ts';
import { matterText, type OpenMatter, type Succession } from '../domain/work/succession.ts';
import type { Acting, Draw } from './acting.ts';
import { notifyPeople } from './notice.service.ts';
import type { OrgTx } from './transaction.ts';

/** A handover with its people and what is open, or what went over. */
export interface SuccessionSight {
  readonly succession: Succession;
  readonly from: string;
  readonly to: string;
  readonly items: readonly string[];
}

type By = Pick<Acting, 'actor' | 'now'>;

/** The people that words name, in order, disabled ones too; and the words that name nobody. */
export async function peopleIn(
  tx: OrgTx,
  words: string,
): Promise<{ readonly people: readonly Person[]; readonly rest: string }> {
  const known = await listPeople(tx);
  const people: Person[] = [];
  const rest: string[] = [];
  for (const word of words
    .split(/[\s,，、@＠→]+|(?<=[\u4e00-\u9fff]{2})(?:交接给|给)(?=[\u4e00-\u9fff]{2})/)
    .filter(Boolean)) {
    const found = known.filter(({ name, unitName }) => name === word || `${unitName ?? ''}${name}` === word);
    const [person] = found;
    if (found.length > 1) throw new Refusal('person.ambiguous', { name: word });
    if (person && people.length < 2) people.push(person);
    else rest.push(word);
  }
  return { people, rest: rest.join(' ') };
}

/**
 * 交接: asks for everything open of one person to go to another. By the person, the one who takes over, the head of the unit
 * or staff. Who asks for himself has signed. Refusals "succession.same", "succession.disabled", "succession.nothing",
 * "access.not-yours".
 */
export async function askSuccession(
  tx: OrgTx,
  by: By,
  { from, to, reason }: { readonly from: Person; readonly to: Person; readonly reason: string | null },
  ask: Draw<SuccessionSight>,
): Promise<SuccessionSight> {
  const own = by.actor.personId === from.id || by.actor.personId === to.id;
  if (!own && !may(by.actor, 'dispatch', from.unitId)) throw new Refusal('access.not-yours', { ability: 'dispatch' });
  if (from.id === to.id) throw new Refusal('succession.same');
  if (to.disabled) throw new Refusal('succession.disabled', { name: to.name });
  if ((await openMatters(tx, from)).length === 0) throw new Refusal('succession.nothing', { name: from.name });
  const known = await openSuccession(tx, from.id, to.id);
  if (known) return sightOf(tx, known);
  const asked = { fromPerson: from.id, toPerson: to.id, reason, askedBy: by.actor.personId, at: by.now };
  const succession = await insertSuccession(tx, asked);
  const sight = await signWhere(tx, by, succession, await listPeople(tx));
  const others = [from, to].filter(({ id, disabled }) => id !== by.actor.personId && !disabled).map(({ id }) => id);
  const dedupeKey = `succession:${succession.id}:asked`;
  await notifyPeople(tx, others, { class: 'notice', dedupeKey, reply: ask(sight), now: by.now });
  return sight;
}

/**
 * Signs for one's own side; for somebody who has left, the head of the unit or staff sign. With both signatures everything
 * goes over at once. Signed before: as it stands. Refusals "succession.none", "succession.not-asked".
 */
export async function signSuccession(
  tx: OrgTx,
  by: By,
  id: number,
  tell: Draw<SuccessionSight>,
): Promise<SuccessionSight> {
  const succession = await load(tx, id);
  const people = await listPeople(tx);
  const sight = await signWhere(tx, by, succession, people);
  const unsigned =
    sight.succession.fromSignedAt === succession.fromSignedAt && sight.succession.toSignedAt === succession.toSignedAt;
  if (succession.state === 'asked' && unsigned && !sides(by, succession, people).length)
    throw new Refusal('succession.not-asked');
  if (sight.succession.state === 'done' && succession.state === 'asked') {
    await tellOthers(tx, by, succession, 'done', tell(sight));
  }
  return sight;
}

/** Says no: nothing goes over. Refusals as for signing. */
export async function refuseSuccession(
  tx: OrgTx,
  by: By,
  id: number,
  tell: Draw<SuccessionSight>,
): Promise<SuccessionSight> {
  const succession = await load(tx, id);
  if (sides(by, succession, await listPeople(tx)).length === 0 && by.actor.personId !== succession.askedBy)
    throw new Refusal('succession.not-asked');
  const refused = await stepSuccession(tx, id, { state: 'refused' });
  const sight = await sightOf(tx, refused ?? (await load(tx, id)));
  if (refused) {
    await tellOthers(tx, by, succession, 'refused', tell(sight));
  }
  return sight;
}

/** Tells the two and who asked, but not the one who has just decided. */
const tellOthers = (
  tx: OrgTx,
  by: By,
  { id, fromPerson, toPerson, askedBy }: Succession,
  came: string,
  reply: object,
) =>
  notifyPeople(
    tx,
    [fromPerson, toPerson, askedBy].filter((one) => one !== by.actor.personId),
    { class: 'notice', dedupeKey: `succession:${id}:${came}`, reply, now: by.now },
  );

/** The sides that a person may sign for. */
function sides(
  { actor }: By,
  { fromPerson, toPerson }: Succession,
  people: readonly Person[],
): readonly ('from' | 'to')[] {
  const from = people.find(({ id }) => id === fromPerson);
  const forFrom = actor.personId === fromPerson || (from?.disabled === true && may(actor, 'dispatch', from.unitId));
  return [...(forFrom ? (['from'] as const) : []), ...(actor.personId === toPerson ? (['to'] as const) : [])];
}

async function signWhere(
  tx: OrgTx,
  by: By,
  succession: Succession,
  people: readonly Person[],
): Promise<SuccessionSight> {
  if (succession.state !== 'asked') return sightOf(tx, succession);
  const mine = sides(by, succession, people);
  const patch = {
    ...(mine.includes('from') && !succession.fromSignedAt
      ? { from_signed_by: by.actor.personId, from_signed_at: by.now }
      : {}),
    ...(mine.includes('to') && !succession.toSignedAt ? { to_signed_at: by.now } : {}),
  };
  const signed = Object.keys(patch).length > 0 ? await stepSuccession(tx, succession.id, patch) : succession;
  if (!signed?.fromSignedAt || !signed.toSignedAt) return sightOf(tx, signed ?? succession);
  return carryOut(tx, signed, people);
}

async function carryOut(tx: OrgTx, signed: Succession, people: readonly Person[]): Promise<SuccessionSight> {
  const from = people.find(({ id }) => id === signed.fromPerson);
  const to = people.find(({ id }) => id === signed.toPerson);
  if (!from || !to) throw new Error(`handover ${signed.id} has no people`);
  const matters = await openMatters(tx, from);
  for (const { kind, id } of matters) {
    await passOn(tx, kind, id, from, to);
  }
  const done = await stepSuccession(tx, signed.id, { state: 'done', moved: matters.map(matterText) });
  return sightOf(tx, done ?? (await load(tx, signed.id)));
}

async function passOn(tx: OrgTx, kind: OpenMatter['kind'], id: number, from: Person, to: Person): Promise<void> {
  switch (kind) {
    case 'task':
      return passTask(tx, id, from.id, to.id);
    case 'project':
      return passProject(tx, id, from.name, to.name);
    case 'resource':
      return keepResource(tx, id, to);
    case 'firm':
      return giveFirm(tx, id, to);
  }
}

async function load(tx: OrgTx, id: number): Promise<Succession> {
  const found = await findSuccession(tx, id);
  if (!found) throw new Refusal('succession.none');
  return found;
}

async function sightOf(tx: OrgTx, succession: Succession): Promise<SuccessionSight> {
  const people = await listPeople(tx);
  const from = people.find(({ id }) => id === succession.fromPerson);
  const to = people.find(({ id }) => id === succession.toPerson);
  const open = succession.state === 'asked' && from ? (await openMatters(tx, from)).map(matterText) : succession.moved;
  return { succession, from: from?.name ?? '', to: to?.name ?? '', items: open };
}
