import { listUnits, type Unit } from '../db/roster.repository.ts';
import { listTargets } from '../db/target.repository.ts';
import { booksOf } from '../domain/calendar/books.ts';
import { type Decimal, tryDecimal } from '../domain/money/decimal.ts';
import { metricOf, TARGET_METRICS, type Target, type TargetMetric } from '../domain/target/target.ts';
import { cellAmount, cellText } from '../reading/cell.ts';
import type { ImportRow, ImportTable } from '../reading/import-table.ts';
import type { Acting } from './acting.ts';
import { type PlannedRow, planRows, refuseRow } from './import-plan.ts';
import { targetFrom } from './target.service.ts';
import type { OrgTx } from './transaction.ts';

interface Around {
  readonly thisYear: number;
  readonly table: ImportTable;
  readonly units: readonly Unit[];
  /** By unit, metric and year. */
  readonly known: ReadonlyMap<string, Target>;
  readonly seen: Set<string>;
}

/** Plans an import of targets: unit × metric × year, with quarters where all four are given. */
export async function planTargets(tx: OrgTx, acting: Acting, table: ImportTable): Promise<readonly PlannedRow[]> {
  const thisYear = booksOf(acting.org.settings).taskYear(acting.today).year;
  const years = Array.from({ length: 11 }, (_, n) => thisYear - 5 + n);
  const known = new Map<string, Target>();
  for (const year of years)
    for (const one of await listTargets(tx, year)) known.set(`${one.unitId}|${one.metric}|${one.year}`, one);
  const around: Around = { thisYear, table, units: await listUnits(tx), known, seen: new Set() };
  return planRows(
    table.rows,
    (row) => `${row.cells.unit?.text ?? ''} ${row.cells.metric?.text ?? ''}`.slice(0, 30).trim(),
    (row) => planOne(row, around),
  );
}

function planOne(row: ImportRow, around: Around): Omit<PlannedRow, 'number' | 'label'> {
  const unitName = cellText(row.cells.unit, '单位', 60) ?? '';
  const unit = around.units.find(({ name, aliases }) => name === unitName || aliases.includes(unitName));
  if (!unit) throw refuseRow(unitName ? `没有单位“${unitName.slice(0, 20)}”` : '没有单位');
  const words = cellText(row.cells.metric, '指标', 40) ?? '';
  const metric = metricOf(words)?.metric;
  if (!metric) throw refuseRow(`没有指标“${words}”`);
  const target = readOne(row, metric, unit.id, around);
  const key = `${unit.id}|${metric}|${target.year}`;
  if (around.seen.has(key)) throw refuseRow('和前面的行重复');
  around.seen.add(key);
  const was = around.known.get(key);
  const same = was && was.annual === target.annual && `${was.quarters ?? ''}` === `${target.quarters ?? ''}`;
  if (same) return { outcome: 'same', detail: '', write: null };
  return {
    outcome: was ? 'changed' : 'new',
    detail: was ? `${TARGET_METRICS[metric].name} ${was.annual} → ${target.annual}` : '',
    write: { kind: 'target', id: was?.id ?? null, target },
  };
}

function readOne(row: ImportRow, metric: TargetMetric, unitId: number, around: Around): Omit<Target, 'id' | 'version'> {
  const annual = figure(row, 'annual', '目标值', metric, around.table);
  if (annual === undefined) throw refuseRow('没有目标值');
  const parts = (['q1', 'q2', 'q3', 'q4'] as const).map((key, n) =>
    figure(row, key, `第 ${n + 1} 季度`, metric, around.table),
  );
  const given = parts.flatMap((part) => (part === undefined ? [] : [part]));
  if (given.length !== 0 && given.length !== 4) throw refuseRow('四个季度要么都填，要么都不填');
  const yearText = cellText(row.cells.year, '年份', 10)?.replace('年', '');
  if (yearText !== undefined && !/^20\d\d$/.test(yearText)) throw refuseRow(`年份“${yearText}”不对`);
  const year = yearText === undefined ? null : Number(yearText);
  const quarters = given.length === 4 ? { values: given, percent: false } : null;
  return targetFrom(unitId, { metric, annual, year, quarters }, around.thisYear);
}

function figure(
  row: ImportRow,
  key: string,
  label: string,
  metric: TargetMetric,
  table: ImportTable,
): Decimal | undefined {
  const { unit } = TARGET_METRICS[metric];
  const text = cellText(row.cells[key], label, 40);
  if (text === undefined) return undefined;
  if (unit === '个') {
    const count = tryDecimal(text.replace(/[个家项]$/, ''));
    if (count === null || !/^\d{1,7}$/.test(count)) throw refuseRow(`${label}“${text}”不是个数`);
    return count;
  }
  if (tryDecimal(text) === '0') return tryDecimal('0') ?? undefined;
  const measure = cellText(row.cells.measure, '计量单位', 10) ?? table.units[key];
  return cellAmount(row.cells[key], label, measure, unit === '万美元' ? 'USD' : 'CNY');
}
