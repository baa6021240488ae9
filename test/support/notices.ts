import { addDays, type CalendarDate, date, weekdayOf } from '../../src/domain/calendar/date.ts';

/** One year of 国务院办公厅关于…年部分节假日安排的通知, as printed: days off ("MM-DD" or "MM-DD..MM-DD") and make-up workdays. */
export interface HolidayNotice {
  readonly year: number;
  readonly off: Readonly<Record<string, string>>;
  readonly work: readonly string[];
}

/** The notices of 2020–2026. 2020 with the longer Spring Festival of the notice of 26 January 2020. */
export const NOTICES: readonly HolidayNotice[] = [
  {
    year: 2020,
    off: {
      元旦: '01-01',
      春节: '01-24..02-02',
      清明节: '04-04..04-06',
      劳动节: '05-01..05-05',
      端午节: '06-25..06-27',
      '国庆节、中秋节': '10-01..10-08',
    },
    work: ['01-19', '04-26', '05-09', '06-28', '09-27', '10-10'],
  },
  {
    year: 2021,
    off: {
      元旦: '01-01..01-03',
      春节: '02-11..02-17',
      清明节: '04-03..04-05',
      劳动节: '05-01..05-05',
      端午节: '06-12..06-14',
      中秋节: '09-19..09-21',
      国庆节: '10-01..10-07',
    },
    work: ['02-07', '02-20', '04-25', '05-08', '09-18', '09-26', '10-09'],
  },
  {
    year: 2022,
    off: {
      元旦: '01-01..01-03',
      春节: '01-31..02-06',
      清明节: '04-03..04-05',
      劳动节: '04-30..05-04',
      端午节: '06-03..06-05',
      中秋节: '09-10..09-12',
      国庆节: '10-01..10-07',
    },
    work: ['01-29', '01-30', '04-02', '04-24', '05-07', '10-08', '10-09'],
  },
  {
    year: 2023,
    off: {
      元旦: '01-01..01-02',
      春节: '01-21..01-27',
      清明节: '04-05',
      劳动节: '04-29..05-03',
      端午节: '06-22..06-24',
      '中秋节、国庆节': '09-29..10-06',
    },
    work: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
  },
  {
    year: 2024,
    off: {
      元旦: '01-01',
      春节: '02-10..02-17',
      清明节: '04-04..04-06',
      劳动节: '05-01..05-05',
      端午节: '06-10',
      中秋节: '09-15..09-17',
      国庆节: '10-01..10-07',
    },
    work: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  {
    year: 2025,
    off: {
      元旦: '01-01',
      春节: '01-28..02-04',
      清明节: '04-04..04-06',
      劳动节: '05-01..05-05',
      端午节: '05-31..06-02',
      '国庆节、中秋节': '10-01..10-08',
    },
    work: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  {
    year: 2026,
    off: {
      元旦: '01-01..01-03',
      春节: '02-15..02-23',
      清明节: '04-04..04-06',
      劳动节: '05-01..05-05',
      端午节: '06-19..06-21',
      中秋节: '09-25..09-27',
      国庆节: '10-01..10-07',
    },
    work: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
];

/** Every day of a span, both ends included. */
export function daysOf(from: string, to: string): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = date(from); day <= date(to); day = addDays(day, 1)) days.push(day);
  return days;
}

/** Days off of a notice with the holiday's name. */
export const daysOff = ({ year, off }: HolidayNotice): ReadonlyMap<CalendarDate, string> =>
  new Map(
    Object.entries(off).flatMap(([name, span]) => {
      const [from = '', to = from] = span.split('..');
      return daysOf(`${year}-${from}`, `${year}-${to}`).map((day) => [day, name] as const);
    }),
  );

/** Whether a day of 2020–2026 is worked, by the notices alone. */
export function workedByNotice(day: CalendarDate): boolean {
  const notice = NOTICES.find(({ year }) => day.startsWith(`${year}`));
  if (!notice) throw new RangeError(`no notice for ${day}`);
  if (notice.work.includes(day.slice(5))) return true;
  return weekdayOf(day) <= 5 && !daysOff(notice).has(day);
}
