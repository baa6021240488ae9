import { type ProjectTotal, projectTotals } from '../db/entry.repository.ts';
import { openProblems } from '../db/problem.repository.ts';
import { latestEvents, standingMoves } from '../db/project-history.repository.ts';
import { listUnits } from '../db/roster.repository.ts';
import { tasksOfProject } from '../db/task.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Fulfilment } from '../domain/evaluation/forecast.ts';
import type { ProjectEvent } from '../domain/project/history.ts';
import type { Project } from '../domain/project/project.ts';
import { revealed } from '../domain/project/secret.ts';
import { Refusal } from '../domain/refusal.ts';
import type { NamedProblem } from '../domain/work/problem.ts';
import type { NamedTask } from '../domain/work/task.ts';
import type { Acting } from './acting.ts';
import { issuerOf, placeName, type Reporting } from './board.service.ts';
import { fulfilmentOf } from './fulfilment.service.ts';
import { seesWhole } from './project.service.ts';
import type { OrgTx } from './transaction.ts';

/** Everything a paper for leaders says of one project (专报); only verified moves and money. No contacts. */
export interface ProjectBrief {
  readonly place: string;
  readonly issuer: string;
  readonly today: CalendarDate;
  readonly project: Project;
  readonly unit: string | null;
  /** Verified stage moves, oldest first. */
  readonly moves: readonly ProjectEvent[];
  /** The latest progress notes, newest first. */
  readonly notes: readonly ProjectEvent[];
  readonly totals: readonly ProjectTotal[];
  readonly fulfilment: Fulfilment | null;
  readonly problems: readonly NamedProblem[];
  readonly tasks: readonly NamedTask[];
}

const EVENTS_READ = 40;
const NOTES = 3;

/**
 * 专报: what leaders are told of a project. Refusals "project.secret" (not one of those who may know it) and "brief.not-yours"
 * (another unit's).
 */
export async function projectBrief(
  tx: OrgTx,
  { actor, today, org }: Acting & { readonly org: Reporting },
  project: Project,
): Promise<ProjectBrief> {
  if (!seesWhole(actor, project)) {
    throw new Refusal(project.secretTo === null ? 'brief.not-yours' : 'project.secret', { project: `X${project.id}` });
  }
  const units = await listUnits(tx);
  const events = await latestEvents(tx, project.id, EVENTS_READ);
  return {
    place: placeName(org.name),
    issuer: issuerOf(org),
    today,
    project: revealed(project),
    unit: units.find(({ id }) => id === project.unitId)?.name ?? null,
    moves: [...(await standingMoves(tx, project.id))].reverse(),
    notes: events.filter(({ kind }) => kind === 'progress').slice(0, NOTES),
    totals: await projectTotals(tx, project.id),
    fulfilment: await fulfilmentOf(tx, project, today),
    problems: await openProblems(tx, { projectId: project.id }),
    tasks: await tasksOfProject(tx, project.id),
  };
}
