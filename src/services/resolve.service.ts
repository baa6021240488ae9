import { findProject, searchProjects } from '../db/project.repository.ts';
import type { Project } from '../domain/project/project.ts';
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
