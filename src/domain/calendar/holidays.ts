import chineseDays from 'chinese-days';
import type { CalendarDate } from './date.ts';
import { parseIsoDate, partsOf, weekdayOf } from './date.ts';

const { getDayDetail, getSolarDateFromLunar } = chineseDays;

/**
 * The years whose official holidays and make-up workdays (国务院办公厅关于…年部分节假日安排的通知) the library has. It answers by
 * weekday, without a sign, for any other year, so the list is kept here and raised with each release of the library.
 */
export const PUBLISHED_YEARS: readonly number[] = [
  2004, 2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022,
  2023, 2024, 2025, 2026,
];

/** Whether the official calendar of the day's year is published; if not, only weekdays are known. */
export const isPublished = (day: CalendarDate): boolean => PUBLISHED_YEARS.includes(partsOf(day).year);

/** Whether the official calendar makes the day a workday (make-up days included). Monday–Friday for unpublished years. */
export function isOfficialWorkday(day: CalendarDate): boolean {
  return isPublished(day) ? getDayDetail(day).work : weekdayOf(day) <= 5;
}

/** The holiday's name on that day as the notice has it ("国庆节", "清明节"), or null. */
export function holidayName(day: CalendarDate): string | null {
  if (!isPublished(day)) return null;
  const { work, name } = getDayDetail(day);
  const [, short] = name.split(',');
  return work || !short ? null : /^(?:清明|端午|中秋)$/.test(short) ? `${short}节` : short;
}

/** The day on which a day of the lunar calendar falls, for the lunar years 1900–2099; null for others. */
export function lunarToDate(lunarYear: number, month: number, day: number): CalendarDate | null {
  if (lunarYear < 1900 || lunarYear > 2099) return null;
  const two = (part: number) => String(part).padStart(2, '0');
  return parseIsoDate(getSolarDateFromLunar(`${lunarYear}-${two(month)}-${two(day)}`).date);
}
