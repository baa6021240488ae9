import { effectsOf, putEffect } from '../db/effect.repository.ts';
import type { Effect } from '../domain/effect/effect.ts';
import { requireReach } from '../domain/org/require.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import { readEffects } from '../reading/effect.ts';
import type { Acting } from './acting.ts';
import type { OrgTx } from './transaction.ts';

/** 成效: keeps what a project does for the place, as its unit tells it. Refusals "effect.unread", "access.not-yours". */
export async function tellEffects(
  tx: OrgTx,
  { actor, today }: Acting,
  project: Project,
  words: string,
): Promise<readonly Effect[]> {
  requireReach(actor, 'report', project.unitId);
  const told = readEffects(words);
  if (told.length === 0) throw new Refusal('effect.unread', { project: `X${project.id}` });
  for (const { kind, amount } of told)
    await putEffect(tx, { projectId: project.id, kind, amount, on: today, by: actor.personId });
  return effectsOf(tx, { projectId: project.id });
}

/** What projects do for the place: of one project, of a unit's, or of all. */
export const listEffects = (
  tx: OrgTx,
  of: { readonly projectId?: number | undefined; readonly unitId?: number | undefined },
): Promise<readonly Effect[]> => effectsOf(tx, of);
