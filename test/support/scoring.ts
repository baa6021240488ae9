import { type CaseResult, scoreCase } from '../../src/domain/scoring/case.ts';

/** A unit of a test: its inputs, with its group under `组` and its name under `名`. */
export type TestUnit = Readonly<Record<string, unknown>>;

const unitOf = ({ 组: group, 名: name, ...inputs }: TestUnit, index: number) => ({
  name: typeof name === 'string' ? name : `单位${index + 1}`,
  ...(typeof group === 'string' ? { group } : {}),
  inputs,
});

/** The results of a scheme (without its id and title) for some units; throws when it is refused. */
export function resultsOf(scheme: object, units: readonly TestUnit[], period?: unknown): readonly CaseResult[] {
  const answer = scoreCase({ id: 't', scheme: { id: 't', title: '试', ...scheme }, units: units.map(unitOf), period });
  if ('error' in answer) throw new Error(`${answer.error.path}: ${answer.error.message}`);
  return answer.results;
}

/** The path at which a scheme (or an input) is refused; null when it is not. */
export function refusalOf(scheme: object, units: readonly TestUnit[] = [{}]): string | null {
  const answer = scoreCase({ id: 't', scheme: { id: 't', title: '试', ...scheme }, units: units.map(unitOf) });
  return 'error' in answer ? answer.error.path : null;
}

/** A metric's exact value for each unit. */
export const metricOf = (metric: object, units: readonly TestUnit[], period?: unknown) =>
  resultsOf({ metrics: { 值: metric } }, units, period).map(({ exact }) => exact.值 ?? null);

/** An item's exact points for each unit; null where it does not apply. */
export const pointsOf = (item: object, units: readonly TestUnit[], metrics: object = {}) =>
  resultsOf({ metrics, items: [{ id: '项', ...item }] }, units).map(({ exact }) => exact.项 ?? null);

/** Each unit's total, exact. */
export const totalsOf = (scheme: object, units: readonly TestUnit[]) =>
  resultsOf(scheme, units).map(({ exact }) => exact.total ?? null);

/** Each unit's rank. */
export const ranksOf = (scheme: object, units: readonly TestUnit[]) => resultsOf(scheme, units).map(({ rank }) => rank);

/** Each unit's awards, joined. */
export const awardsOf = (scheme: object, units: readonly TestUnit[]) =>
  resultsOf(scheme, units).map(({ awards }) => awards.join('、'));
