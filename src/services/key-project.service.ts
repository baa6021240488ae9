import { type KeyProject, keyProjects } from '../db/key-project.repository.ts';
import { changeProject } from '../db/project.repository.ts';
import { listPeople } from '../db/roster.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Actor } from '../domain/org/access.ts';
import { requireReach } from '../domain/org/require.ts';
import { isOpen, type Project, type Stage } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import type { OrgTx } from './transaction.ts';

export type { KeyProject } from '../db/key-project.repository.ts';

/** Who pushes a key project, until when it should stand where; what is not given stays as it is. */
export interface Push {
  readonly leader: string | null;
  readonly by: CalendarDate | null;
  readonly stage: Stage | null;
}

/** Puts a project on the key library (顶格推进), or changes who pushes it: leaders and staff only. Refusals "key.closed", "key.leader". */
export async function pushProject(
  tx: OrgTx,
  actor: Actor,
  project: Project,
  { leader, by, stage }: Push,
): Promise<Project> {
  requireReach(actor, 'dispatch', null);
  if (!isOpen(project) || project.stage === '投产')
    throw new Refusal('key.closed', { id: project.id, stage: project.stage });
  if (leader === null && project.leader === null) throw new Refusal('key.leader', { id: project.id });
  const patch = {
    key_project: true,
    ...(leader ? { leader } : {}),
    ...(by ? { expected_on: by } : {}),
    ...(stage ? { expected_stage: stage } : {}),
  };
  return (await changeProject(tx, project.id, patch)) ?? project;
}

/** Takes a project off the key library; its leader stays. */
export async function dropProject(tx: OrgTx, actor: Actor, project: Project): Promise<Project> {
  requireReach(actor, 'dispatch', null);
  return (await changeProject(tx, project.id, { key_project: false })) ?? project;
}

/** The key library as it stands: open projects, the longest without progress first. */
export const keyLibrary = (tx: OrgTx): Promise<readonly KeyProject[]> => keyProjects(tx);

/** Key projects with the people who are asked for the status line: the unit's liaisons, else its heads. */
export async function askedFor(
  tx: OrgTx,
): Promise<readonly { readonly personId: number; readonly projects: readonly KeyProject[] }[]> {
  const people = (await listPeople(tx)).filter(({ disabled }) => !disabled);
  const library = await keyLibrary(tx);
  const askedOf = ({ unitId }: KeyProject): readonly number[] => {
    const of = (role: string) => people.filter((person) => person.unitId === unitId && person.role === role);
    const liaisons = of('liaison');
    return (liaisons.length > 0 ? liaisons : of('head')).map(({ id }) => id);
  };
  const asked = new Map<number, KeyProject[]>();
  for (const project of library) for (const id of askedOf(project)) asked.set(id, [...(asked.get(id) ?? []), project]);
  return [...asked].map(([personId, projects]) => ({ personId, projects }));
}
