import { auditOfExports, auditOfPerson, auditOfProject } from '../db/audit.repository.ts';
import { mayEver } from '../domain/org/access.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import type { TrailLine } from '../domain/trail.ts';
import type { Acting } from './acting.ts';
import { seesWhole } from './project.service.ts';
import type { OrgTx } from './transaction.ts';

/** How many lines stand on a phone's screen. */
export const TRAIL_PAGE = 6;

const pageOf = (page: number) => ({ limit: TRAIL_PAGE + 1, offset: (page - 1) * TRAIL_PAGE });

/** Who wrote what about a project, newest first; one line more than a page where there are more. Refusal "access.not-yours". */
export function trailOfProject(
  tx: OrgTx,
  { actor }: Pick<Acting, 'actor'>,
  project: Project,
  page: number,
): Promise<readonly TrailLine[]> {
  if (!seesWhole(actor, project)) throw new Refusal('access.not-yours', { ability: 'look' });
  return auditOfProject(tx, project.id, pageOf(page));
}

/** What a person wrote, newest first: one's own, or anybody's for staff. Refusal "access.denied". */
export function trailOfPerson(
  tx: OrgTx,
  { actor }: Pick<Acting, 'actor'>,
  personId: number,
  page: number,
): Promise<readonly TrailLine[]> {
  if (personId !== actor.personId && !mayEver(actor, 'verify')) throw new Refusal('access.denied', { command: '留痕' });
  return auditOfPerson(tx, personId, pageOf(page), actor.personId);
}

/** Who exported what, newest first; for staff. Refusal "access.denied". */
export function trailOfExports(
  tx: OrgTx,
  { actor }: Pick<Acting, 'actor'>,
  page: number,
): Promise<readonly TrailLine[]> {
  if (!mayEver(actor, 'verify')) throw new Refusal('access.denied', { command: '留痕' });
  return auditOfExports(tx, pageOf(page));
}
