import {
  filesOfReport,
  findApiLeaderboard,
  findApiProject,
  findApiTask,
  listApiLeaderboards,
  listApiProjects,
  listApiTasks,
  type Slice,
} from '../db/read-api.repository.ts';
import { withoutPhones } from '../reading/phone.ts';
import type { OrgTx } from './transaction.ts';

/** Reports that rank units. */
const LEADERBOARDS = ['monthly', 'quarterly', 'half', 'half-year', 'year'] as const;

/** Published leaderboards, newest first, without their models. */
export async function leaderboards(tx: OrgTx, limit: number) {
  const rows = await listApiLeaderboards(tx, LEADERBOARDS, limit);
  return rows.map(({ model: _, ...row }) => row);
}

/** The newest leaderboards with their pictures and documents, for people to look at. */
export async function leaderboardFiles(tx: OrgTx, limit: number) {
  const boards = await leaderboards(tx, limit);
  const files = await Promise.all(boards.map((board) => filesOfReport(tx, board.id)));
  return boards.map(({ id, kind, period, publishedAt }, index) => ({
    id,
    kind,
    period,
    publishedAt,
    files: files[index] ?? [],
  }));
}

/** One leaderboard with its figures and files, or null. */
export async function leaderboard(tx: OrgTx, id: number) {
  const row = await findApiLeaderboard(tx, LEADERBOARDS, id);
  return row ? { ...row, files: await filesOfReport(tx, row.id) } : null;
}

/** Projects by number; `stage` and words of the name or investor narrow them. People's contacts are not part of it. */
export const projectsAfter = (tx: OrgTx, slice: Slice, narrow: { readonly stage?: string; readonly q?: string }) =>
  listApiProjects(tx, slice, narrow).then((rows) => rows.map(harmless));
/** One project, or null. */
export const projectNumbered = async (tx: OrgTx, id: number) => {
  const found = await findApiProject(tx, id);
  return found ? harmless(found) : null;
};
/** Tasks by number; `state` narrows them. */
export const tasksAfter = (tx: OrgTx, slice: Slice, state?: string) =>
  listApiTasks(tx, slice, state).then((rows) => rows.map(harmless));
/** One task, or null. */
export const taskNumbered = async (tx: OrgTx, id: number) => {
  const found = await findApiTask(tx, id);
  return found ? harmless(found) : null;
};

/** A row whose words carry no telephone number, whatever people typed into them. */
function harmless<Row extends object>(row: Row): Row {
  const words = Object.entries(row).map(([name, value]) => [
    name,
    TYPED.has(name) && typeof value === 'string' ? withoutPhones(value) : value,
  ]);
  return Object.fromEntries(words) as Row;
}

const TYPED = new Set(['name', 'investor', 'title']);
