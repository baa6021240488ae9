import { addMonths, type CalendarDate } from '../domain/calendar/date.ts';
import { type Period, yearToMonth } from '../domain/calendar/period.ts';
import { type Decimal, decimal, exact, toDecimal } from '../domain/money/decimal.ts';
import { Refusal } from '../domain/refusal.ts';
import { metricOf, TARGET_METRICS, type TargetMetric } from '../domain/target/target.ts';
import { foldWidth } from './clean.ts';
import { readPeriod } from './period.ts';
import type { Sheet } from './workbook.ts';

/** Figures of places in one metric, as a bulletin of the level above prints them. */
export interface BulletinPart {
  readonly metric: TargetMetric;
  readonly rows: readonly { readonly place: string; readonly value: Decimal }[];
}

/** A bulletin as it was read: always 1—N月 of a year. */
export interface Bulletin {
  readonly period: Period;
  readonly parts: readonly BulletinPart[];
}

const PLACE = '(?:第?\\d{1,2}[名位.、]?\\s*)?([\\p{Script=Han}]{1,10}?(?:开发区|高新区|新区|园区|县|市|区|旗))';
const VALUE = '(-?\\d{1,9}(?:\\.\\d{1,6})?)\\s*(亿美元|万美元|亿元?|万元?|个)?';
const ROW = new RegExp(`${PLACE}[\\s:：|,，、]*${VALUE}`, 'gu');
const HEAD_UNIT = /[（(](?:单位[:：]?)?\s*(亿美元|万美元|亿元|万元|个)\s*[)）]/;

/**
 * Reads a pasted bulletin: a metric, a period (the year so far when none is named) and places with figures. Refusals
 * "peers.metric", "peers.rows" (fewer than two places), "peers.unit" (money without 亿 or 万).
 */
export function readBulletin(raw: string, today: CalendarDate): Bulletin {
  const text = foldWidth(raw);
  const rows = [...text.matchAll(ROW)];
  const head = rows[0] ? text.slice(0, rows[0].index) : text;
  const found = metricOf(head) ?? metricOf(text.slice(-40));
  if (!found) throw new Refusal('peers.metric');
  if (rows.length < 2) throw new Refusal('peers.rows');
  const unit = HEAD_UNIT.exec(head)?.[1];
  const read = rows.map(([, place = '', value = '', own]) => ({
    place,
    value: figureOf(found.metric, value, own ?? unit),
  }));
  return { period: periodOf(head, today), parts: [{ metric: found.metric, rows: read }] };
}

/** Reads a bulletin's workbook: a column of places, a column for each metric it names. Refusals as {@link readBulletin}. */
export function readBulletinSheet(sheet: Sheet, today: CalendarDate): Bulletin {
  const cells = sheet.rows.map((row) => new Map([...row.cells].map(([at, { text }]) => [at, foldWidth(text).trim()])));
  const titles = cells
    .slice(0, 6)
    .flatMap((row) => [...row.values()])
    .join(' ');
  const header = cells.find((row) => [...row.values()].filter((text) => metricOf(text)).length > 0 && row.size > 1);
  if (!header) throw new Refusal('peers.metric');
  const common = /(亿美元|万美元|亿元|万元)/.exec(titles)?.[1];
  const body = cells.slice(cells.indexOf(header) + 1);
  const parts = [...header].flatMap(([column, head]): readonly BulletinPart[] => {
    const found = metricOf(head);
    if (!found) return [];
    const unit = HEAD_UNIT.exec(head)?.[1] ?? common;
    const rows = body.flatMap((row) => {
      const place = [...row.values()].find((text) => /^[\p{Script=Han}]{1,10}(?:县|市|区|旗)$/u.test(text));
      const value = row.get(column);
      if (!place || !value || !/^-?\d+(?:\.\d+)?$/.test(value) || /合计|小计/.test(place)) return [];
      return [{ place, value: figureOf(found.metric, value, unit) }];
    });
    return rows.length > 1 ? [{ metric: found.metric, rows }] : [];
  });
  if (parts.length === 0) throw new Refusal('peers.rows');
  return { period: periodOf(`${sheet.name} ${titles}`, today), parts };
}

const SCALE: Readonly<Record<string, number>> = { 亿: 10_000, 万: 1 };

function figureOf(metric: TargetMetric, value: string, unit: string | undefined): Decimal {
  if (TARGET_METRICS[metric].unit === '个') return decimal(value);
  const scale = SCALE[unit?.[0] ?? ''];
  if (scale === undefined) throw new Refusal('peers.unit', { metric: TARGET_METRICS[metric].name, value });
  return toDecimal(exact(decimal(value)).mul(scale));
}

/** Bulletins are cumulative: "5月" is January to May; without one, January to last month. */
function periodOf(text: string, today: CalendarDate): Period {
  const found = readPeriod(text, today)?.period;
  return yearToMonth(found ? found.to : addMonths(today, -1));
}
