import { type CalendarDate, partsOf, weekdayOf } from '../domain/calendar/date.ts';

const WEEKDAYS = '一二三四五六日';

/** "6月12日"; with the year when it is not that of `today`. */
export function dayText(day: CalendarDate, today?: CalendarDate): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return today && partsOf(today).year !== year ? `${year}年${month}月${dayOfMonth}日` : `${month}月${dayOfMonth}日`;
}

/** "2026年6月12日". */
export function wholeDayText(day: CalendarDate): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${year}年${month}月${dayOfMonth}日`;
}

/** "周五". */
export const weekdayText = (day: CalendarDate): string => `周${WEEKDAYS[weekdayOf(day) - 1] ?? ''}`;

/** "6月12日（周五）17:00前", or without the clock when the whole day counts. */
export const deadlineText = (dueOn: CalendarDate, dueTime: string | null): string =>
  `${dayText(dueOn)}（${weekdayText(dueOn)}）${dueTime ? `${dueTime}前` : ''}`;

/** "6月17-21日", "6月30日-7月2日" or one day. */
export function spanText(from: CalendarDate, to: CalendarDate): string {
  if (from === to) return dayText(from);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  return sameMonth ? `${dayText(from).slice(0, -1)}-${partsOf(to).day}日` : `${dayText(from)}-${dayText(to)}`;
}
