import { addDays, type CalendarDate, partsOf, tryDate } from '../domain/calendar/date.ts';
import { lunarToDate } from '../domain/calendar/holidays.ts';
import { choose, type DateContext, oneDay, type Resolved } from './date-resolve.ts';
import { AMBIGUOUS, FESTIVALS, type Festival } from './words/festivals.ts';

/** Holidays that bring days off, for 节前 and 节后 without a name. */
const WITH_DAYS_OFF = ['元旦', '春节', '清明', '五一', '端午', '中秋', '国庆'];

/**
 * 春节, 国庆节后, 十一前, 端午期间. 前 is the last workday before the festival, 后 the first workday after its days off; null
 * where the name is only a word ("十一个项目").
 */
export function readFestival(name: string, suffix: string, year: number | null, context: DateContext): Resolved | null {
  const festival = FESTIVALS[name];
  if (!festival || (AMBIGUOUS.has(name) && suffix === '')) return null;
  const day = year === null ? nearestFestival(festival, suffix, context) : festivalIn(festival, year);
  if (day === null) return null;
  if (suffix.includes('前')) return oneDay(workdayFrom(addDays(day, -1), -1, context));
  if (suffix.includes('后')) return oneDay(workdayFrom(addDays(day, 1), 1, context));
  return oneDay(name === '除夕' ? addDays(day, -1) : day);
}

/** 节前, 节后: around the next holiday, or the one that is on. */
export function nextHolidayEdge(before: boolean, context: DateContext): Resolved | null {
  const { year } = partsOf(context.today);
  const days = WITH_DAYS_OFF.flatMap((name) => {
    const festival = FESTIVALS[name];
    return festival ? [festivalIn(festival, year), festivalIn(festival, year + 1)] : [];
  });
  const edges = days.flatMap((day) => {
    if (day === null) return [];
    return [before ? workdayFrom(addDays(day, -1), -1, context) : workdayFrom(addDays(day, 1), 1, context)];
  });
  const next = edges.filter((day) => day >= context.today).sort()[0];
  return next === undefined ? null : oneDay(next);
}

function nearestFestival(festival: Festival, suffix: string, context: DateContext): CalendarDate | null {
  const { year } = partsOf(context.today);
  const days = [year - 1, year, year + 1].map((each) => festivalIn(festival, each));
  const prefer = context.prefer === 'nearest' && /[前后]/.test(suffix) ? 'future' : context.prefer;
  const slack = suffix.includes('后') ? addDays(context.today, -9) : context.today;
  return choose(days, { ...context, prefer, today: prefer === 'future' ? slack : context.today });
}

function festivalIn(festival: Festival, year: number): CalendarDate | null {
  if ('lunar' in festival) return lunarToDate(year, festival.lunar[0], festival.lunar[1]);
  if ('solar' in festival) return tryDate(year, festival.solar[0], festival.solar[1]);
  return tryDate(year, 4, qingming(year));
}

/** The day of April on which 清明 falls, by the usual formula of the 20th and 21st centuries. */
function qingming(year: number): number {
  const short = year % 100;
  const constant = year < 2000 ? 5.59 : 4.81;
  return Math.floor(short * 0.2422 + constant) - Math.floor(short / 4);
}

function workdayFrom(day: CalendarDate, step: 1 | -1, context: DateContext): CalendarDate {
  let current = day;
  for (let tries = 0; tries < 30 && !context.calendar.isWorkday(current); tries += 1) current = addDays(current, step);
  return current;
}
