import { type CalendarDate, partsOf } from '../domain/calendar/date.ts';
import type { Period } from '../domain/calendar/period.ts';

/** "云岭县（示例）" → "云岭县". */
export const placeName = (name: string): string => name.replace(/[（(].*?[）)]/g, '').trim();

/** "2026年6月", "2026年二季度", "2026年上半年", "2026年", "2026年1—5月", "5月10日—8月17日". */
export function periodLabel(period: Period): string {
  const { year, month } = partsOf(period.to);
  switch (period.kind) {
    case 'quarter':
      return `${year}年${'一二三四'[month / 3 - 1] ?? ''}季度`;
    case 'half':
      return `${year}年${month === 6 ? '上半年' : '下半年'}`;
    case 'year':
      return `${year}年`;
    case 'year-to-month':
      return `${year}年1—${month}月`;
    case 'range':
      return `${dayLabel(period.from)}—${dayLabel(period.to)}`;
    default:
      return `${year}年${month}月`;
  }
}

const dayLabel = (day: CalendarDate): string => `${partsOf(day).month}月${partsOf(day).day}日`;
