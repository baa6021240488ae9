import { evaluatedFacts, resultsOf } from '../db/evaluation.repository.ts';
import type { CalendarDate } from '../domain/calendar/date.ts';
import { type Fulfilment, fulfilment } from '../domain/evaluation/forecast.ts';
import type { Project } from '../domain/project/project.ts';
import type { OrgTx } from './transaction.ts';

/**
 * Forecast against result after production: the forecast of the last evaluation before production, else as the project
 * was entered; the results from the verified ledgers. Null before production.
 */
export async function fulfilmentOf(tx: OrgTx, project: Project, today: CalendarDate): Promise<Fulfilment | null> {
  const results = await resultsOf(tx, project.id);
  if (results.producedOn === null) return null;
  const { investment, output, tax } = project;
  const forecast = (await evaluatedFacts(tx, project.id, results.producedOn)) ?? { investment, output, tax };
  return fulfilment(forecast, results, today);
}
