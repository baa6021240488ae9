import { taskProject } from '../db/open-work.repository.ts';
import { findProject } from '../db/project.repository.ts';
import { searchProjects } from '../db/project-search.repository.ts';
import type { Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import { foldWidth } from '../reading/clean.ts';
import { readRecordNumber } from '../reading/reference.ts';
import type { OrgTx } from './transaction.ts';

const SHOWN = 8;

/** By the words as typed, else by the same in half-width (ＴＣＬ). */
async function searchWords(tx: OrgTx, words: string): Promise<readonly Project[]> {
  const found = await searchProjects(tx, words, SHOWN);
  const folded = foldWidth(words);
  return found.length > 0 || folded === words ? found : searchProjects(tx, folded, SHOWN);
}

/**
 * Projects by number (also by the number of a task, problem or entry that belongs to one), name, investor or contact.
 * A number that this org does not have: Refusal "project.not-found", the same as for another org's.
 */
export async function findAny(tx: OrgTx, words: string): Promise<readonly Project[]> {
  const [number] = readRecordNumber(words);
  if (!number) return searchWords(tx, words.trim());
  const id = number.letter === 'X' ? number.number : await taskProject(tx, number.letter, number.number);
  const project = id !== null && id <= 2_000_000_000 ? await findProject(tx, id) : null;
  if (!project) throw new Refusal('project.not-found', { ref: `${number.letter}${number.number}` });
  return [project];
}
