import {
  answerObjection,
  findObjection,
  insertObjection,
  type Objection,
  objectionsOf,
} from '../db/objection.repository.ts';
import { findReport } from '../db/report.repository.ts';
import { listPeople, listUnits } from '../db/roster.repository.ts';
import type { Period } from '../domain/calendar/period.ts';
import { requireReach } from '../domain/org/require.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Flagged, FlagsModel } from '../domain/report/model.ts';
import { afterObjections, flagTimes } from '../domain/report/quiet-check.ts';
import { headsOf, staffOf, unitRecipients } from '../domain/work/recipients.ts';
import type { Acting, Draw } from './acting.ts';
import { notifyPeople } from './notice.service.ts';
import type { OrgTx } from './transaction.ts';

/** A unit about to get a yellow flag, and whom to tell first. */
export interface Checked {
  readonly unitId: number;
  readonly group: string;
  readonly flag: Flagged;
  readonly heads: readonly number[];
}

/** The units of a flags report that are checked quietly, with their heads (else whoever hears of the unit's work). */
export async function quietChecks(tx: OrgTx, model: FlagsModel): Promise<readonly Checked[]> {
  const [units, people] = [await listUnits(tx), await listPeople(tx)];
  return model.groups.flatMap(({ name, yellow }) =>
    yellow.flatMap((flag): readonly Checked[] => {
      const unit = units.find((one) => one.name === flag.unit);
      if (!unit) return [];
      const heads = headsOf(unit.id, people);
      return [
        { unitId: unit.id, group: name, flag, heads: heads.length > 0 ? heads : unitRecipients(unit.id, people) },
      ];
    }),
  );
}

/** What the groups are told after the check: the yellow flags that stand, and the objections. Null: not checked yet. */
export async function checkedFlags(
  tx: OrgTx,
  quarter: Period,
): Promise<{ readonly model: FlagsModel; readonly objections: readonly Objection[] } | null> {
  const known = await findReport(tx, 'flags', quarter.key);
  if (!known) return null;
  const objections = await objectionsOf(tx, quarter.key);
  return { model: afterObjections(known.report.model as FlagsModel, objections), objections };
}

/**
 * 异议 理由: a unit under check objects, until its flag is public; staff are told. Refusals "objection.none" (no yellow flag
 * is being checked), "objection.late", "objection.empty".
 */
export async function object(tx: OrgTx, acting: Acting, text: string, card: Draw<Objection>): Promise<Objection> {
  const { actor, now, today, calendar, org } = acting;
  const times = flagTimes(today, { calendar, settings: org.settings, timeZone: org.timeZone });
  const known = await findReport(tx, 'flags', times.quarter.key);
  const checks = known ? await quietChecks(tx, known.report.model as FlagsModel) : [];
  const own = checks.find(({ unitId }) => unitId === actor.unitId);
  if (!own) throw new Refusal('objection.none');
  requireReach(actor, 'report', own.unitId);
  if (now >= times.yellow) throw new Refusal('objection.late', { on: times.yellowOn });
  if (text === '') throw new Refusal('objection.empty');
  const said = { period: times.quarter.key, unitId: own.unitId, personId: actor.personId, text, at: now };
  const objection = await found(tx, await insertObjection(tx, said));
  const staff = staffOf(await listPeople(tx)).map(({ id }) => id);
  await notifyPeople(tx, staff, {
    class: 'notice',
    dedupeKey: `objection:${objection.id}`,
    reply: card(objection),
    now,
  });
  return objection;
}

/** 异议 成立 or 不成立: staff answer once; the objector is told. An answered one is given as it stands. Refusal "objection.unknown". */
export async function answer(
  tx: OrgTx,
  { actor, now }: Pick<Acting, 'actor' | 'now'>,
  id: number,
  verdict: 'upheld' | 'dismissed',
  text: string,
  card: Draw<Objection>,
): Promise<Objection> {
  requireReach(actor, 'verify', null);
  await found(tx, id);
  const changed = await answerObjection(tx, id, { verdict, text: text || null, by: actor.personId, at: now });
  const objection = await found(tx, id);
  if (changed) {
    await notifyPeople(tx, [objection.personId], {
      class: 'notice',
      dedupeKey: `objection:${id}:answered`,
      reply: card(objection),
      now,
    });
  }
  return objection;
}

async function found(tx: OrgTx, id: number): Promise<Objection> {
  const objection = await findObjection(tx, id);
  if (!objection) throw new Refusal('objection.unknown', { id });
  return objection;
}

/** The objections of the quarter whose flags were told last, oldest first. */
export function objectionsNow(tx: OrgTx, acting: Pick<Acting, 'today' | 'calendar' | 'org'>) {
  const { today, calendar, org } = acting;
  const { quarter } = flagTimes(today, { calendar, settings: org.settings, timeZone: org.timeZone });
  return objectionsOf(tx, quarter.key);
}
