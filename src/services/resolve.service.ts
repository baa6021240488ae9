import { findProject } from '../db/project.repository.ts';
import { projectNames, searchProjects } from '../db/project-search.repository.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import { alikeNames } from '../reading/alike.ts';
import { companyKey } from '../reading/company-name.ts';
import type { Acting } from './acting.ts';
import { requireKnown } from './secret.service.ts';
import type { OrgTx } from './transaction.ts';

/** How many projects are offered when a name fits several. */
const OFFERED = 6;

/** The projects a reference may mean: by number one or none, by words up to six. Never another org's. */
export async function resolveProject(
  tx: OrgTx,
  ref: { readonly number: number } | { readonly words: string },
): Promise<readonly Project[]> {
  if ('words' in ref) {
    const found = await searchProjects(tx, ref.words, OFFERED);
    const exact = found.filter((project) => project.name === ref.words || project.investor === ref.words);
    return exact.length === 1 ? exact : found;
  }
  const project = ref.number <= 2_000_000_000 ? await findProject(tx, ref.number) : null;
  return project ? [project] : [];
}

/** How many names a search that tolerates slips looks through, those that moved last first. */
const LOOKED_THROUGH = 3000;

/** Projects that words may have meant which no name holds: another order, said alike, pinyin, one character wrong. */
export async function nearProjects(tx: OrgTx, words: string): Promise<readonly Project[]> {
  const names = await projectNames(tx, LOOKED_THROUGH);
  const near = alikeNames(words, names, ({ name, investor }) => `${name} ${investor ?? ''}`).slice(0, OFFERED);
  const found = await Promise.all(near.map(({ id }) => findProject(tx, id)));
  return found.filter((project) => project !== null);
}

/** A project as it is looked for by name. */
export interface Searchable {
  readonly id: number;
  readonly name: string;
  readonly investor: string | null;
  readonly unitId: number | null;
}

/** Projects in which words are looked for while they are typed, those that moved last first; where there are more, also as written. */
export async function searchable(tx: OrgTx, words: string): Promise<readonly Searchable[]> {
  const latest = await projectNames(tx, LOOKED_THROUGH);
  if (latest.length < LOOKED_THROUGH || !words.trim()) return latest;
  const known = new Set(latest.map(({ id }) => id));
  return [...latest, ...(await searchProjects(tx, words.trim(), OFFERED)).filter(({ id }) => !known.has(id))];
}

/** How much of a name must stand in a text: 华辰光伏 of 华辰光伏组件项目. */
const BEGINNING = 4;

/** Projects whose name, or whose investor's without region and legal form, begins as some words of a text do. */
export async function begunIn(tx: OrgTx, text: string): Promise<readonly Project[]> {
  const begins = (name: string) => name.length >= BEGINNING && text.includes(name.slice(0, BEGINNING));
  const names = (await projectNames(tx, LOOKED_THROUGH)).filter(
    ({ name, investor }) => begins(name) || begins(companyKey(investor ?? '')),
  );
  const found = await Promise.all(names.slice(0, OFFERED).map(({ id }) => findProject(tx, id)));
  return found.filter((project) => project !== null);
}

/** The project of a number that the person may know. Refusals "project.not-found", "project.secret". */
export async function knownProject(tx: OrgTx, actor: Acting['actor'], number: number): Promise<Project> {
  const [project] = await resolveProject(tx, { number });
  if (!project) throw new Refusal('project.not-found', { ref: `X${number}` });
  requireKnown(project, actor);
  return project;
}
