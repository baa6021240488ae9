import { type CalendarDate, partsOf } from '../../domain/calendar/date.ts';
import { isPublished } from '../../domain/calendar/holidays.ts';
import { note, type Reply } from '../reply.ts';

/** How a day is counted whose year the State Council's notice is not known for; empty for any other day. */
export const guessText = (day: CalendarDate): string =>
  isPublished(day) ? '' : `（${partsOf(day).year}年放假安排未收录，暂按周一至周五推算）`;

/** To those who can mend it: the official calendar of the day's year is not known. */
export function calendarWarning(day: CalendarDate): Reply {
  const { year } = partsOf(day);
  return {
    title: `${year}年放假和调休安排还没有收录`,
    tone: 'warn',
    parts: [
      note(`${year}年的期限和推送暂按周一至周五推算，节假日和调休没有计入。`),
      note(`国务院公布后请升级程序；来不及时逐日填写，例如：设置 工作日 ${year}年2月8日 放假`),
    ],
  };
}
