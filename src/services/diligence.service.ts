import { diligences, insertDiligence, type Looked, latestDiligence } from '../db/diligence.repository.ts';
import { may } from '../domain/org/access.ts';
import { requireReach } from '../domain/org/require.ts';
import { type Diligence, readDiligence } from '../domain/project/diligence.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import { seesWhole } from './project.service.ts';
import type { OrgTx } from './transaction.ts';

export type { Looked };

/**
 * Keeps what somebody found of a project's investor. Refusals "diligence.unread" where it lacks how strong or how risky,
 * "access.not-yours" for another unit's project.
 */
export async function tellDiligence(
  tx: OrgTx,
  { actor, today }: Pick<Acting, 'actor' | 'today'>,
  project: Project,
  said: string,
): Promise<void> {
  requireReach(actor, 'report', project.unitId);
  const told = readDiligence(said);
  if (!told) throw new Refusal('diligence.unread', { project: `X${project.id}` });
  await insertDiligence(tx, project.id, { ...told, on: today, by: actor.personId });
}

/** The last finding of a project's investor; null when nobody looked. Refusal "access.not-yours" for another unit's project. */
export async function diligenceOf(
  tx: OrgTx,
  { actor }: Pick<Acting, 'actor'>,
  project: Project,
): Promise<Diligence | null> {
  if (!seesWhole(actor, project)) throw new Refusal('access.not-yours', { ability: 'look' });
  return latestDiligence(tx, project.id);
}

/** Open projects with what was last found: all for who may see all, else those of one's own unit. */
export const diligenceList = (tx: OrgTx, { actor }: Pick<Acting, 'actor'>): Promise<readonly Looked[]> =>
  diligences(tx, may(actor, 'verify', null) || actor.role === 'leader' || actor.unitId === null ? null : actor.unitId);
