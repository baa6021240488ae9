import { dropExpected, expectedEntries, putExpected } from '../db/expected.repository.ts';
import { addMonths, type CalendarDate, startOfMonth } from '../domain/calendar/date.ts';
import type { Expected, ExpectedKind } from '../domain/ledger/expected.ts';
import type { Decimal } from '../domain/money/decimal.ts';
import { requireReach } from '../domain/org/require.ts';
import { isOpen, type Project } from '../domain/project/project.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Acting } from './acting.ts';
import type { OrgTx } from './transaction.ts';

/** How far ahead money can be told, and how far back what did not come stays on the list, in months. */
const AHEAD = 24;
const BACK = 2;

/**
 * 预计到账: keeps what the unit expects of a project in a month; told anew it takes the former's place. Refusals
 * "access.not-yours", "expected.month" (a month gone by, or too far), "expected.closed".
 */
export async function expect(
  tx: OrgTx,
  { actor, now, today }: Acting,
  project: Project,
  told: {
    readonly kind: ExpectedKind;
    readonly month: CalendarDate;
    readonly amount: Decimal;
    readonly likelihood: number | null;
  },
): Promise<readonly Expected[]> {
  requireReach(actor, 'report', project.unitId);
  if (!isOpen(project)) throw new Refusal('expected.closed', { project: `X${project.id}`, stage: project.stage });
  const first = startOfMonth(today);
  const month = startOfMonth(told.month);
  if (month < first || month > addMonths(first, AHEAD))
    throw new Refusal('expected.month', { month: month.slice(0, 7) });
  const { kind, amount, likelihood } = told;
  await putExpected(tx, { projectId: project.id, kind, month }, { amount, likelihood, by: actor.personId, at: now });
  return expectedOf(tx, today, project);
}

/** 预计到账 取消: nothing is expected of the project any more; gives how many lines were taken off. */
export function unexpect(tx: OrgTx, { actor }: Acting, project: Project): Promise<number> {
  requireReach(actor, 'report', project.unitId);
  return dropExpected(tx, project.id);
}

/** What is expected of a project, with what did not come in the last months. */
export const expectedOf = (
  tx: OrgTx,
  today: CalendarDate,
  project: Pick<Project, 'id'>,
): Promise<readonly Expected[]> => expectedEntries(tx, since(today), { projectId: project.id });

/** What is expected of all or of a unit, with what did not come in the last months. */
export const listExpected = (
  tx: OrgTx,
  today: CalendarDate,
  unitId: number | undefined,
): Promise<readonly Expected[]> => expectedEntries(tx, since(today), { unitId });

const since = (today: CalendarDate): CalendarDate => addMonths(startOfMonth(today), -BACK);
