import { type RawBuilder, sql } from 'kysely';
import { type Decimal, decimal } from '../domain/money/decimal.ts';
import type { Target, TargetMetric } from '../domain/target/target.ts';
import { insertRecord, insertRecords, updateRecord, updateRecords } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** The targets of a year, of all units or of one. */
export const listTargets = (tx: OrgTx, year: number, unitId?: number): Promise<readonly Target[]> =>
  read(tx, sql`year = ${year} and (${unitId ?? null}::integer is null or unit_id = ${unitId ?? null})`);

/** Sets a target: a new one, or the one of that unit, metric and year changed. `was` is what stood there before. */
export async function putTarget(
  tx: OrgTx,
  target: Omit<Target, 'id' | 'version'>,
): Promise<{ readonly target: Target; readonly was: Target | null }> {
  const { unitId, metric, year, annual } = target;
  const same = sql`unit_id = ${unitId} and metric = ${metric} and year = ${year}`;
  const quarters = target.quarters === null ? null : [...target.quarters];
  const [was] = await read(tx, same);
  if (was) await updateRecord(tx, 'targets', was.id, { annual, quarters });
  else await insertRecord(tx, 'targets', { unit_id: unitId, metric, year, annual, quarters });
  const [now] = await read(tx, same);
  if (!now) throw new Error('a target was written and is not there');
  return { target: now, was: was ?? null };
}

/** Sets many targets at once: new ones where `id` is null, else the one of that number. */
export async function putTargets(
  tx: OrgTx,
  targets: readonly { readonly id: number | null; readonly target: Omit<Target, 'id' | 'version'> }[],
): Promise<void> {
  const fresh = targets.filter(({ id }) => id === null).map(({ target }) => target);
  await insertRecords(
    tx,
    'targets',
    fresh.map(({ unitId, metric, year, annual, quarters }) => ({ unit_id: unitId, metric, year, annual, quarters })),
  );
  await updateRecords(
    tx,
    'targets',
    targets.flatMap(({ id, target: { annual, quarters } }) =>
      id === null ? [] : [{ id, patch: { annual, quarters } }],
    ),
  );
}

interface Row {
  id: number;
  unit_id: number;
  metric: TargetMetric;
  year: number;
  annual: Decimal;
  quarters: string[] | null;
  version: number;
}

/** Quarters come as text: the driver would read an array of numeric as binary floats. */
async function read(tx: OrgTx, condition: RawBuilder<unknown>): Promise<readonly Target[]> {
  const { rows } = await sql<Row>`
    select id, unit_id, metric, year, annual, quarters::text[] as quarters, version from targets
    where ${condition} order by unit_id, id`.execute(tx.sql);
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    metric: row.metric,
    year: row.year,
    annual: decimal(row.annual),
    quarters: row.quarters?.map((quarter) => decimal(quarter)) ?? null,
    version: row.version,
  }));
}
