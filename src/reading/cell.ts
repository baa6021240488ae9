import { addDays, type CalendarDate, date } from '../domain/calendar/date.ts';
import type { WorkCalendar } from '../domain/calendar/workday.ts';
import {
  type Area,
  compare,
  type Decimal,
  decimal,
  exact,
  isNegative,
  isZero,
  toDecimal,
  tryDecimal,
} from '../domain/money/decimal.ts';
import { Refusal } from '../domain/refusal.ts';
import { readAmounts } from './amount.ts';
import { foldWidth } from './clean.ts';
import { readDates } from './date.ts';
import { readPhones } from './phone.ts';
import type { SheetCell } from './sheet-xml.ts';

const refuse = (column: string, text: string, why: string): Refusal =>
  new Refusal('import.cell', { column, text: text.slice(0, 30), why });

/** A cell's words; undefined when it is empty. Refusal "import.cell" for an error value or too long a text. */
export function cellText(cell: SheetCell | undefined, column: string, most = 200): string | undefined {
  if (!cell) return undefined;
  if (cell.kind === 'error') throw refuse(column, cell.text, '单元格是错误值');
  const text = cell.kind === 'number' ? plainNumber(cell.text) : cell.text.replace(/\s+/g, ' ').trim();
  if (text.length > most) throw refuse(column, text, `超过 ${most} 字`);
  return text || undefined;
}

/**
 * A number as the sheet shows it: a workbook holds binary floats, so "0.30000000000000004" and "1.2E4" stand for 0.3 and
 * 12000; fifteen digits are what a sheet shows.
 */
function plainNumber(text: string): string {
  if (tryDecimal(text) !== null && text.replace(/\D/g, '').length <= 15) return decimal(text);
  const value = Number(text);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return text;
  return tryDecimal(Number(value.toPrecision(15)).toFixed(9)) ?? text;
}

const IN_WAN: Readonly<Record<string, readonly [number, number]>> = {
  亿元: [10_000, 1],
  万元: [1, 1],
  元: [1, 10_000],
  亿美元: [10_000, 1],
  万美元: [1, 1],
};

/**
 * Money in 万 of the wanted currency: a number in the header's unit (万 when it names none) or an amount with its own unit.
 * Refusal "import.cell" for anything negative, zero, malformed, too large, too fine, or of another currency.
 */
export function cellAmount(
  cell: SheetCell | undefined,
  column: string,
  unit: string | undefined,
  currency: 'CNY' | 'USD' = 'CNY',
): Decimal | undefined {
  const text = cellText(cell, column);
  if (text === undefined) return undefined;
  const wan = inWan(foldWidth(text), text, column, unit, currency);
  if (isNegative(wan)) throw refuse(column, text, '是负数');
  if (isZero(wan)) throw refuse(column, text, '是 0');
  if (compare(wan, decimal('100000000')) > 0) throw refuse(column, text, '超过 1 万亿元');
  if ((wan.split('.')[1]?.length ?? 0) > 6) throw refuse(column, text, '精确到分以下');
  return wan;
}

function inWan(
  folded: string,
  text: string,
  column: string,
  unit: string | undefined,
  currency: 'CNY' | 'USD',
): Decimal {
  const bare = tryDecimal(folded.replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, ''));
  if (bare !== null) {
    if (unit && unit.includes('美元') !== (currency === 'USD')) throw refuse(column, text, `的单位是${unit}`);
    const [times, over] = IN_WAN[unit ?? '万元'] ?? [1, 1];
    return toDecimal(exact(bare).mul(times).div(over));
  }
  const [span, more] = readAmounts(text);
  const whole = span && span.end - span.start >= folded.trim().length - 2;
  if (!span || more || !whole || span.malformed || span.tooLarge) throw refuse(column, text, '不是金额');
  if (span.maxWan !== undefined) throw refuse(column, text, '是一个范围');
  if (span.currency !== currency) throw refuse(column, text, currency === 'CNY' ? '不是人民币' : '不是美元');
  return span.negative ? decimal(`-${span.wan}`) : span.wan;
}

/** Land in 亩: a bare number or one with 亩. Refusal "import.cell" for anything else. */
export function cellArea(cell: SheetCell | undefined, column: string): Area | undefined {
  const text = cellText(cell, column);
  if (text === undefined) return undefined;
  const area = tryDecimal<Area>(foldWidth(text).replace(/\s*亩$/, ''));
  if (area === null || isNegative(area) || (area.split('.')[1]?.length ?? 0) > 6)
    throw refuse(column, text, '不是亩数');
  return area;
}

/** A day: a day number of the sheet, or a date in words. Refusal "import.cell" when the calendar has no such day. */
export function cellDay(
  cell: SheetCell | undefined,
  column: string,
  around: { readonly today: CalendarDate; readonly calendar: WorkCalendar; readonly date1904: boolean },
): CalendarDate | undefined {
  const text = cellText(cell, column);
  if (text === undefined || !cell) return undefined;
  if (cell.kind === 'number') return dayOfNumber(text, column, around.date1904);
  const [span, more] = readDates(text, around.today, around.calendar, { prefer: 'past' });
  if (!span || more) throw refuse(column, text, '不是日期');
  if ('impossible' in span) throw refuse(column, text, '没有这一天');
  if (span.from !== span.to) throw refuse(column, text, '要某一天');
  return span.from;
}

/** The day number of 2000-01-01 where days count from 1900, and from 1904. */
const OF_2000 = 36_526;
const OF_2000_FROM_1904 = 35_064;

function dayOfNumber(text: string, column: string, date1904: boolean): CalendarDate {
  const days = Math.floor(Number(text));
  const day =
    days > 0 && days < 80_000 ? addDays(date('2000-01-01'), days - (date1904 ? OF_2000_FROM_1904 : OF_2000)) : null;
  if (!day || day < '1990-01-01' || day > '2100-12-31') throw refuse(column, text, '不是日期');
  return day;
}

/** A mobile number, also one that the sheet holds as a number; a masked one (138****0000) says nothing. Refusal "import.cell". */
export function cellMobile(cell: SheetCell | undefined, column: string): string | undefined {
  const text = cellText(cell, column);
  if (text === undefined || /^\d{3}\*{2,}\d{2,4}$/.test(text)) return undefined;
  const [phone] = readPhones(text);
  if (!phone) throw refuse(column, text, '不是电话号码');
  return phone.digits;
}
