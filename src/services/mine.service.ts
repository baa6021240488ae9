import { countReported, stalledSince, stepsDue } from '../db/mine.repository.ts';
import { openProblems } from '../db/problem.repository.ts';
import { repliesDue } from '../db/referrer.repository.ts';
import { tasksCarriedBy, tasksWaitingFor } from '../db/task.repository.ts';
import { addDays } from '../domain/calendar/date.ts';
import { mayEver, type Role } from '../domain/org/access.ts';
import { byUrgency, type MineItem } from '../domain/work/mine.ts';
import type { Acting } from './acting.ts';
import { openDuties } from './duty.service.ts';
import { litProblem } from './problem.service.ts';
import { quietResources, unvisitedFirms } from './resource.service.ts';
import { lit } from './task.service.ts';
import type { OrgTx } from './transaction.ts';

/** Whose list it is. */
export interface Whose {
  readonly personId: number;
  readonly role: Role;
  readonly unitId: number | null;
}

/** Everything that waits for a person, the most urgent first: tasks, checks, the unit's problems and projects, reports. */
export async function mineOf(
  tx: OrgTx,
  acting: Pick<Acting, 'now' | 'today' | 'calendar' | 'org'>,
  { personId, role, unitId }: Whose,
): Promise<readonly MineItem[]> {
  const staff = mayEver({ role }, 'verify');
  const tasks = await tasksCarriedBy(tx, personId, unitId);
  const checks = await tasksWaitingFor(tx, personId, staff);
  const items: MineItem[] = [
    ...tasks.map((task): MineItem => ({ kind: 'task', task: lit(task, acting) })),
    ...checks.map((task): MineItem => ({ kind: 'check', task: lit(task, acting) })),
    ...(unitId === null ? [] : await ofUnit(tx, acting, unitId)),
  ];
  const resources = await quietResources(tx, acting, personId);
  if (resources.length > 0) items.push({ kind: 'quiet', resources });
  const count = staff ? await countReported(tx) : 0;
  return byUrgency(count > 0 ? [...items, { kind: 'verify', count }] : items, acting.today);
}

/** Open tasks a person carries (R), or problems of the unit (W), to be chosen among; of other records none. */
export async function atHand(
  tx: OrgTx,
  { personId, unitId }: Pick<Whose, 'personId' | 'unitId'>,
  letter: string,
): Promise<readonly { readonly number: number; readonly title: string }[]> {
  if (letter === 'R')
    return (await tasksCarriedBy(tx, personId, unitId)).map(({ id, title }) => ({ number: id, title }));
  if (letter !== 'W' || unitId === null) return [];
  const problems = await openProblems(tx, { unitId });
  return problems.map(({ id, text }) => ({ number: id, title: text }));
}

/** What waits for a unit: its problems, next steps due within a week, leads without progress. */
async function ofUnit(
  tx: OrgTx,
  acting: Pick<Acting, 'now' | 'today' | 'calendar' | 'org'>,
  unitId: number,
): Promise<readonly MineItem[]> {
  const { settings } = acting.org;
  const problems = (await openProblems(tx, { unitId })).filter((problem) => problem.unitId === unitId);
  const steps = await stepsDue(tx, unitId, addDays(acting.today, 7));
  const duties = await openDuties(tx, acting, unitId);
  const unvisited = await unvisitedFirms(tx, acting, unitId);
  const quiet = await stalledSince(tx, unitId, addDays(acting.today, -settings.stalledDays), settings.protectionDays);
  return [
    ...problems.map((problem): MineItem => ({ kind: 'problem', problem: litProblem(problem, acting) })),
    ...duties.map((duty): MineItem => ({ kind: 'duty', duty })),
    ...(await repliesDue(tx, unitId, addDays(acting.today, 3))).map((reply): MineItem => ({ kind: 'reply', reply })),
    ...steps.map((project): MineItem => ({ kind: 'step', project })),
    ...quiet.map((project): MineItem => ({ kind: 'stalled', project })),
    ...(unvisited.length > 0 ? [{ kind: 'unvisited', firms: unvisited } as const] : []),
  ];
}
