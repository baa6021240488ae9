import { findPerson } from '../db/roster.repository.ts';
import {
  firmNamed,
  giveFirm,
  insertFirm,
  lockFirm,
  moveFirm,
  planFirm,
  targetFirms,
} from '../db/target-firm.repository.ts';
import { requireReach } from '../domain/org/require.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import type { FirmState, TargetFirm } from '../domain/target-firm/target-firm.ts';
import type { FirmReading } from '../reading/target-firm.ts';
import type { Acting } from './acting.ts';
import type { OrgTx } from './transaction.ts';

/** A firm with whether this call wrote. */
export interface Knocked {
  readonly firm: TargetFirm;
  readonly changed: boolean;
}

const LONGEST_NAME = 60;
const LONGEST_PLAN = 1000;

/** 目标企业: every firm, or those of a chain. */
export const listFirms = (tx: OrgTx, chain: string | null = null): Promise<readonly TargetFirm[]> =>
  targetFirms(tx, chain);

/** The firm that a name means, for the brief before a visit; null when it is on no list. */
export const firmOf = async (tx: OrgTx, name: string): Promise<TargetFirm | null> =>
  name.length < 2 ? null : firmNamed(tx, name);

/** A firm by its number. Refusal "firm.none". */
export async function loadFirm(tx: OrgTx, id: number): Promise<TargetFirm> {
  const firm = await lockFirm(tx, id);
  if (!firm) throw new Refusal('firm.none', { firm: id });
  return firm;
}

/** 目标企业 新增: who tells it knocks. A firm that is on the list answers with what is. Refusals "firm.unread", "access.not-yours". */
export async function addFirm(tx: OrgTx, { actor }: Acting, said: FirmReading): Promise<Knocked> {
  requireReach(actor, 'report', actor.unitId);
  const { name } = said;
  if (!name || name.length < 2 || name.length > LONGEST_NAME) throw new Refusal('firm.unread');
  const known = await firmNamed(tx, name);
  if (known?.name === name) return { firm: known, changed: false };
  const id = await insertFirm(tx, { ...said, name, unitId: actor.unitId, keeperId: actor.personId });
  return { firm: await loadFirm(tx, id), changed: true };
}

/**
 * How far a firm has come, in words; with a project it has become a lead. Refusals "firm.none", "access.not-yours" (the
 * unit that knocks, or staff).
 */
export async function knock(
  tx: OrgTx,
  { actor, today }: Acting,
  id: number,
  said: { readonly state: FirmState; readonly words: string; readonly project: Project | null },
): Promise<Knocked> {
  const firm = await loadFirm(tx, id);
  requireReach(actor, 'report', firm.unitId);
  const words = said.words.slice(0, 500) || null;
  const projectId = said.project?.id ?? null;
  if (firm.state === said.state && words === null && (projectId ?? firm.projectId) === firm.projectId)
    return { firm, changed: false };
  await moveFirm(tx, id, { state: said.state, on: today, words, projectId });
  return { firm: await loadFirm(tx, id), changed: true };
}

/** 一企一策: what is planned for one firm. Refusals "firm.none", "firm.plan", "access.not-yours". */
export async function plan(tx: OrgTx, { actor }: Acting, id: number, words: string): Promise<Knocked> {
  const firm = await loadFirm(tx, id);
  requireReach(actor, 'report', firm.unitId);
  if (!words || words.length > LONGEST_PLAN) throw new Refusal('firm.plan', { firm: id, limit: LONGEST_PLAN });
  await planFirm(tx, id, words);
  return { firm: await loadFirm(tx, id), changed: true };
}

/** Gives the knocking to a person: leaders, staff, or inside the own unit. */
export async function giveKnocking(tx: OrgTx, { actor }: Acting, id: number, personId: number): Promise<Knocked> {
  const firm = await loadFirm(tx, id);
  const to = await findPerson(tx, personId);
  requireReach(actor, 'dispatch', to?.unitId ?? null);
  if (!to) return { firm, changed: false };
  await giveFirm(tx, id, to);
  return { firm: await loadFirm(tx, id), changed: true };
}
