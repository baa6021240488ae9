import { type Double, doubleOf, pendingDoubles, settleDouble } from '../db/adjudication.repository.ts';
import { contactsOf, insertContact, insertEvent } from '../db/project-history.repository.ts';
import { listPeople, listUnits } from '../db/roster.repository.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import { staffOf } from '../domain/work/recipients.ts';
import type { Acting, Draw } from './acting.ts';
import { notifyPeople } from './notice.service.ts';
import type { OrgTx } from './transaction.ts';
import { voidDouble } from './void.ts';

/** One side of a double: the record, its unit, who reported it, and its telephones. */
export interface Side {
  readonly project: Project;
  readonly unit: string | null;
  readonly reporter: string | null;
  readonly mobiles: readonly string[];
}

/** A likely double side by side, as it stands. */
export interface Doubles {
  readonly double: Side;
  readonly original: Side;
  readonly verdict: 'pending' | 'clear' | 'refused';
  readonly changed: boolean;
}

/** The doubles that wait for staff. */
export const waitingDoubles = pendingDoubles;

/** A double side by side. Refusal "double.none". */
export async function viewDouble(tx: OrgTx, id: number): Promise<Doubles> {
  const found = await doubleOf(tx, id);
  if (!found) throw new Refusal('double.none', { project: `X${id}` });
  return sidesOf(tx, found, false);
}

async function sidesOf(tx: OrgTx, { project, original }: Double, changed: boolean): Promise<Doubles> {
  const [units, people] = [await listUnits(tx), await listPeople(tx)];
  const side = async (one: Project): Promise<Side> => ({
    project: one,
    unit: units.find(({ id }) => id === one.firstUnitId)?.name ?? null,
    reporter: people.find(({ id }) => id === one.firstReportedBy)?.name ?? null,
    mobiles: (await contactsOf(tx, one.id)).flatMap(({ mobile }) => mobile ?? []),
  });
  return { double: await side(project), original: await side(original), verdict: project.adjudication, changed };
}

/** Tells staff that a double was filed all the same. */
export async function askStaff(tx: OrgTx, { now }: Acting, id: number, ask: Draw<Doubles>): Promise<void> {
  const sight = await viewDouble(tx, id);
  const staff = staffOf(await listPeople(tx)).map((person) => person.id);
  await notifyPeople(tx, staff, { class: 'notice', dedupeKey: `double:${id}:asked`, reply: ask(sight), now });
}

/**
 * 裁定: two projects, or one. One: the double is closed and counts nowhere, what it said goes to the record of the first report,
 * and both keep their history. Both reporters are told. Decided before: as it stands. Refusals "double.none", "verify.own".
 */
export async function adjudicate(
  tx: OrgTx,
  acting: Acting,
  id: number,
  verdict: { readonly same: boolean; readonly reason: string | null },
  tell: Draw<Doubles>,
): Promise<Doubles> {
  const before = await viewDouble(tx, id);
  if (before.verdict !== 'pending') return before;
  const { project } = before.double;
  if (project.firstReportedBy === acting.actor.personId) throw new Refusal('verify.own');
  const settled = await settleDouble(tx, id, verdict.same ? closed(acting, before) : { adjudication: 'clear' });
  if (!settled) return viewDouble(tx, id);
  if (verdict.same) await voidDouble(tx, acting, id, before.original.project.id);
  await note(tx, acting, before, verdict);
  const after = { ...(await viewDouble(tx, id)), changed: true };
  const told = [project.firstReportedBy, before.original.project.firstReportedBy].filter((one) => one !== null);
  await notifyPeople(tx, told, {
    class: 'notice',
    dedupeKey: `double:${id}:decided`,
    reply: tell(after),
    now: acting.now,
  });
  return after;
}

const closed = ({ today }: Acting, { original }: Doubles) => ({
  adjudication: 'refused' as const,
  stage: '否决',
  stage_state: 'verified' as const,
  stage_on: today,
  lost_reason: `与 X${original.project.id} 重复`,
});

async function note(
  tx: OrgTx,
  { actor, now, today }: Acting,
  { double, original }: Doubles,
  { same, reason }: { readonly same: boolean; readonly reason: string | null },
): Promise<void> {
  const by = { reportedBy: actor.personId, reportedAt: now, occurredOn: today };
  const why = reason ? `：${reason}` : '';
  const words = same
    ? `裁定与 X${original.project.id} 重复${why}`
    : `裁定与 X${original.project.id} 不是同一项目${why}`;
  await insertEvent(tx, {
    ...by,
    projectId: double.project.id,
    kind: 'amend',
    note: words,
    unitId: double.project.unitId,
  });
  if (!same) return;
  const from = [double.unit, double.reporter].filter(Boolean).join(' ');
  const merged = `X${double.project.id}（${from}）重复报送，并入本项目${why}`;
  await insertEvent(tx, {
    ...by,
    projectId: original.project.id,
    kind: 'amend',
    note: merged,
    unitId: original.project.unitId,
  });
  for (const contact of await contactsOf(tx, double.project.id))
    if (contact.mobile && !original.mobiles.includes(contact.mobile))
      await insertContact(tx, original.project.id, {
        name: contact.name,
        title: contact.title,
        mobile: contact.mobile,
      });
}
