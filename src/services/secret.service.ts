import { findProject } from '../db/project.repository.ts';
import { listPeople } from '../db/roster.repository.ts';
import { hideProject, openProject, secretsHolding, setKnowers } from '../db/secret.repository.ts';
import { may } from '../domain/org/access.ts';
import type { Project } from '../domain/project/project.ts';
import { codeName, hiddenOf, knows } from '../domain/project/secret.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting, Draw } from './acting.ts';
import { notifyPeople } from './notice.service.ts';
import type { OrgTx } from './transaction.ts';

/** A secret project and the names of who may know it. */
export interface Secret {
  readonly project: Project;
  readonly names: readonly string[];
  readonly changed: boolean;
}

/** Refuses what a person who is not named would do with a secret project. Refusal "project.secret". */
export function requireKnown(project: Project, actor: Acting['actor']): void {
  if (!knows(project, actor)) throw new Refusal('project.secret', { project: `X${project.id}` });
}

/**
 * 保密: from now on only the named people (and who says so) see who it is; everybody else, every post, list and export shows
 * a code name, while its figures count. Said of a secret project it names more people. By the project's unit, leaders and
 * staff; once secret, by those who know. Refusals "project.secret", "access.not-yours".
 */
export async function makeSecret(
  tx: OrgTx,
  acting: Acting,
  project: Project,
  said: { readonly people: readonly number[]; readonly code: string | undefined },
): Promise<Secret> {
  const { actor } = acting;
  requireKnown(project, actor);
  if (!may(actor, 'report', project.unitId) && actor.role !== 'leader') {
    throw new Refusal('access.not-yours', { ability: 'report' });
  }
  const to = [...new Set([...(project.secretTo ?? []), actor.personId, ...said.people])].sort((a, b) => a - b);
  if (project.secretTo !== null && to.length === project.secretTo.length) return named(tx, project, false);
  const changed =
    project.secretTo === null
      ? await hideProject(tx, project.id, { code: codeName(said.code), to, secret: hiddenOf(project) })
      : await setKnowers(tx, project.id, to);
  return named(tx, changed ?? project, true);
}

/** 保密 去掉: these people know it no longer; somebody always does. Refusals "project.secret", "secret.nobody". */
export async function forget(tx: OrgTx, acting: Acting, project: Project, people: readonly number[]): Promise<Secret> {
  requireKnown(project, acting.actor);
  const left = (project.secretTo ?? []).filter((person) => !people.includes(person));
  if (left.length === 0) throw new Refusal('secret.nobody');
  if (left.length === project.secretTo?.length) return named(tx, project, false);
  return named(tx, (await setKnowers(tx, project.id, left)) ?? project, true);
}

/** 保密 解除: everybody sees it again. */
export async function declassify(tx: OrgTx, acting: Acting, project: Project): Promise<Secret> {
  requireKnown(project, acting.actor);
  if (project.secretTo === null) return { project, names: [], changed: false };
  return { project: (await openProject(tx, project.id, project)) ?? project, names: [], changed: true };
}

/** Hides again what a change has written into the open fields of a secret project. */
export async function hideAgain(tx: OrgTx, before: Project, after: Project): Promise<Project> {
  if (before.secretTo === null) return after;
  const { name, ...said } = hiddenOf(after);
  const renamed = name === undefined || name === before.name ? {} : { name };
  const hidden = { code: before.name, to: before.secretTo, secret: { ...before.secret, ...said, ...renamed } };
  return (await hideProject(tx, before.id, hidden)) ?? after;
}

/** Secret projects that a person may know, by their hidden name or investor. */
export async function knownSecrets(tx: OrgTx, words: string, personId: number): Promise<readonly Project[]> {
  const found = await Promise.all((await secretsHolding(tx, words, personId)).map((id) => findProject(tx, id)));
  return found.filter((project) => project !== null);
}

/**
 * Tells a person alone what is not for the group. Refusal "secret.unreached" where no chat of theirs with the bot is known.
 */
export async function tellAlone(tx: OrgTx, { actor, now }: Acting, reply: object, key: string): Promise<void> {
  const dedupeKey = `secret:${key}:${now.getTime()}`;
  const unreached = await notifyPeople(tx, [actor.personId], { class: 'notice', dedupeKey, reply, now });
  if (unreached.length > 0) throw new Refusal('secret.unreached');
}

/** Tells those who may know it from now on. */
export async function tellKnowers(
  tx: OrgTx,
  { actor, now }: Acting,
  { project }: Secret,
  people: readonly number[],
  card: Draw<Project>,
): Promise<void> {
  const to = people.filter((person) => person !== actor.personId);
  const dedupeKey = `secret:${project.id}:${project.version}`;
  await notifyPeople(tx, to, { class: 'notice', dedupeKey, reply: card(project), now });
}

async function named(tx: OrgTx, project: Project, changed: boolean): Promise<Secret> {
  const people = await listPeople(tx);
  const names = (project.secretTo ?? []).map((id) => people.find((person) => person.id === id)?.name ?? String(id));
  return { project, names, changed };
}
