import { type RegisterFilter, type RegisterLine, registerCounts, registerLines } from '../db/register.repository.ts';
import { may } from '../domain/org/access.ts';
import { STAGE_WORDS } from '../domain/project/stage.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import type { OrgTx } from './transaction.ts';

const PAGE = 8;
const MOST = 5000;

/** A page of the register with the counts of the whole. */
export interface RegisterPage {
  readonly lines: readonly RegisterLine[];
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/**
 * What a person's words ask for: a stage, or words in name, investor or chain. Staff and leaders see all units or the
 * one they name; everyone else sees their own, another unit's register is refused ("access.not-yours").
 */
export function registerFilter(acting: Acting, unitId: number | null, text: string): RegisterFilter {
  const { actor } = acting;
  const wide = actor.role === 'leader' || may(actor, 'verify', null);
  if (!wide && (actor.unitId === null || (unitId !== null && unitId !== actor.unitId))) {
    throw new Refusal('access.not-yours', {});
  }
  const words = text.split(/\s+/).filter((word) => word !== '');
  const stage = words.find((word) => Object.hasOwn(STAGE_WORDS, word));
  const others = words.filter((word) => word !== stage).join(' ');
  return {
    unitId: wide ? unitId : actor.unitId,
    stage: stage ? (STAGE_WORDS[stage] ?? null) : null,
    words: others === '' ? null : others,
  };
}

/** A page of the register; a page past the end gives the last one. */
export async function registerPage(tx: OrgTx, filter: RegisterFilter, wanted: number): Promise<RegisterPage> {
  const counts = await registerCounts(tx, filter);
  const total = [...counts.values()].reduce((all, count) => all + count, 0);
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  const lines = await registerLines(tx, filter, { limit: PAGE, offset: (page - 1) * PAGE });
  return { lines, counts, total, page, pages };
}

/** Every line of the register, for the workbook; at most 5000. */
export const registerAll = (tx: OrgTx, filter: RegisterFilter): Promise<readonly RegisterLine[]> =>
  registerLines(tx, filter, { limit: MOST, offset: 0 });
