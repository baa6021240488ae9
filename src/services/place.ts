import { type CalendarDate, partsOf } from '../domain/calendar/date.ts';
import type { Period } from '../domain/calendar/period.ts';
import type { Settings } from '../domain/settings.ts';

/** The org as reports name it. */
export interface Reporting {
  readonly name: string;
  readonly timeZone: string;
  readonly settings: Settings;
}

/** "云岭县（示例）" → "云岭县". */
export const placeName = (name: string): string => name.replace(/[（(].*?[）)]/g, '').trim();

/**
 * "2026年6月", "2026年二季度", "2026年上半年", "2026年", "2026年1—5月", "5月10日—8月17日". Where the task year does not begin in
 * January the months are told: "2026年二季度（3—5月）", "2025年12月—2026年5月".
 */
export function periodLabel(period: Period): string {
  const { key, first } = period;
  const year = key.slice(0, 4);
  const months = first ? `（${monthsBetween(first, key, period.to)}）` : '';
  switch (period.kind) {
    case 'quarter':
      return `${year}年${'一二三四'[Number(key.at(-1)) - 1] ?? ''}季度${months}`;
    case 'half':
      return `${year}年${key.endsWith('H1') ? '上半年' : '下半年'}${months}`;
    case 'year':
      return first ? `${year}年度${months}` : `${year}年`;
    case 'year-to-month':
      return first ? monthsBetween(first, key, period.to) : `${year}年1—${partsOf(period.to).month}月`;
    case 'range':
      return `${dayLabel(period.from)}—${dayLabel(period.to)}`;
    default:
      return `${partsOf(period.to).year}年${partsOf(period.to).month}月`;
  }
}

/** "3—5月", "2025年12月—2026年2月". */
function monthsBetween(first: string, key: string, to: CalendarDate): string {
  const [year = '', month = ''] = first.split('-');
  const end = partsOf(to);
  if (Number(year) !== end.year) return `${year}年${Number(month)}月—${end.year}年${end.month}月`;
  return `${key.includes('..') ? `${year}年` : ''}${Number(month)}—${end.month}月`;
}

/** "5月10日". */
export const dayLabel = (day: CalendarDate): string => `${partsOf(day).month}月${partsOf(day).day}日`;
