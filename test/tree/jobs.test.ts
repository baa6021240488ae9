import { describe, expect, it, test } from 'vitest';
import { APP_ROLE, openDatabase } from '../../src/db/database.ts';
import { insertOrg } from '../../src/db/org.repository.ts';
import { type CalendarDate, clockAt, date, dateAt } from '../../src/domain/calendar/date.ts';
import { parsePeriod, weekOf } from '../../src/domain/calendar/period.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { SUBSCRIPTIONS } from '../../src/domain/org/subscription.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/domain/settings.ts';
import type { OrgClock, Post } from '../../src/queue/define.ts';
import { loadJobs } from '../../src/queue/load.ts';
import { duePosts, tick } from '../../src/queue/tick.ts';
import { clone } from '../support/database.ts';
import { daysOf, workedByNotice } from '../support/notices.ts';

const { posts, jobs } = await loadJobs();
const YEARS = daysOf('2025-01-01', '2026-12-31');

const clockOf = (settings: Partial<Settings> = {}, timeZone = 'Asia/Shanghai'): OrgClock => ({
  ...{ id: 1, name: '试验县', timeZone, settings: { ...DEFAULT_SETTINGS, ...settings } },
  calendar: workCalendar(new Map(Object.entries(settings.calendarOverrides ?? {}))),
});

const postOf = (report: string): Post => {
  const post = posts.find((one) => one.report === report);
  if (!post) throw new Error(`no post ${report}`);
  return post;
};

/** Every time a post is due in two years: "day clock key". */
const table = (post: Post, org = clockOf(), days: readonly CalendarDate[] = YEARS): readonly string[] =>
  days.flatMap((day) =>
    post
      .due(day, org)
      .map(({ at, period }) => `${dateAt(at, org.timeZone)} ${clockAt(at, org.timeZone)} ${period.key}`),
  );

/** Weeks of 2025 and 2026 whose last workday is no Friday, by their Monday; null: a week without work. */
const ODD_WEEKS: Readonly<Record<string, string | null>> = {
  '2025-01-20': '2025-01-26',
  '2025-01-27': '2025-01-27',
  '2025-02-03': '2025-02-08',
  '2025-03-31': '2025-04-03',
  '2025-04-21': '2025-04-27',
  '2025-04-28': '2025-04-30',
  '2025-09-22': '2025-09-28',
  '2025-09-29': '2025-09-30',
  '2025-10-06': '2025-10-11',
  '2025-12-29': '2026-01-04',
  '2026-02-09': '2026-02-14',
  '2026-02-16': null,
  '2026-02-23': '2026-02-28',
  '2026-04-27': '2026-04-30',
  '2026-05-04': '2026-05-09',
  '2026-06-15': '2026-06-18',
  '2026-09-14': '2026-09-20',
  '2026-09-21': '2026-09-24',
  '2026-09-28': '2026-09-30',
  '2026-10-05': '2026-10-10',
};

const MONTH_ENDS = [
  ...['2025-01-27', '2025-02-28', '2025-03-31', '2025-04-30', '2025-05-30', '2025-06-30'],
  ...['2025-07-31', '2025-08-29', '2025-09-30', '2025-10-31', '2025-11-28', '2025-12-31'],
  ...['2026-01-30', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-29', '2026-06-30'],
  ...['2026-07-31', '2026-08-31', '2026-09-30', '2026-10-30', '2026-11-30', '2026-12-31'],
];

/** The days 7 and 3 before each month's last (24 and 28 of 31, 23 and 27 of 30, 21 and 25 of 28), or the workday before them. */
const BLANK_DAYS: readonly string[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].flatMap((length, at) =>
  [7, 3].map((before) => `${String(at + 1).padStart(2, '0')}-${length - before}`),
);

const EXPECTED: Readonly<Record<string, () => readonly string[]>> = {
  'daily-brief': () => YEARS.filter(workedByNotice).map((day) => `${day} 08:30 ${day}`),
  weekly: () => {
    const mondays = Array.from({ length: 105 }, (_, week) => daysOf('2024-12-30', '2026-12-31')[week * 7] ?? '');
    return mondays.flatMap((monday, at) => {
      const friday = daysOf('2024-12-30', '2027-01-03')[at * 7 + 4] ?? '';
      const day = Object.hasOwn(ODD_WEEKS, monday) ? ODD_WEEKS[monday] : friday;
      return !day || day > '2026-12-31' ? [] : [`${day} 17:00 ${weekKey(at)}`];
    });
  },
  monthly: () => MONTH_ENDS.map((day) => `${day} 17:00 ${day.slice(0, 7)}`),
  'monthly-boards': () => MONTH_ENDS.map((day) => `${day} 17:00 ${day.slice(0, 7)}`),
  flags: () => [
    ...['2025-01-02 09:00 2024-Q4', '2025-04-01 09:00 2025-Q1', '2025-07-01 09:00 2025-Q2'],
    ...['2025-10-09 09:00 2025-Q3', '2026-01-04 09:00 2025-Q4', '2026-04-01 09:00 2026-Q1'],
    ...['2026-07-01 09:00 2026-Q2', '2026-10-08 09:00 2026-Q3'],
  ],
  rescue: () =>
    [
      ...['2025-01-23', '2025-02-25', '2025-03-26', '2025-04-27', '2025-05-27', '2025-06-25'],
      ...['2025-07-28', '2025-08-26', '2025-09-26', '2025-10-28', '2025-11-25', '2025-12-26'],
      ...['2026-01-27', '2026-02-25', '2026-03-26', '2026-04-27', '2026-05-26', '2026-06-25'],
      ...['2026-07-28', '2026-08-26', '2026-09-24', '2026-10-27', '2026-11-25', '2026-12-28'],
    ].map((day) => `${day} 08:30 ${day.slice(0, 7)}`),
  campaign: () => YEARS.filter(workedByNotice).map((day) => `${day} 17:00 ${day}`),
  half: () => [
    ...['2025-01-02 09:00 2024', '2025-07-01 09:00 2025-H1', '2026-01-04 09:00 2025'],
    ...['2026-07-01 09:00 2026-H1'],
  ],
  'yellow-flags': () => [
    ...['2025-01-03 09:00 2024-Q4', '2025-04-02 09:00 2025-Q1', '2025-07-02 09:00 2025-Q2'],
    ...['2025-10-10 09:00 2025-Q3', '2026-01-05 09:00 2025-Q4', '2026-04-02 09:00 2026-Q1'],
    ...['2026-07-02 09:00 2026-Q2', '2026-10-09 09:00 2026-Q3'],
  ],
  'blank-warning': () =>
    ['2025', '2026'].flatMap((year) =>
      BLANK_DAYS.map((day) => {
        const worked = YEARS.filter((one) => one <= `${year}-${day}` && workedByNotice(one)).at(-1) ?? '';
        return `${worked} 08:30 ${worked}`;
      }),
    ),
  'chain-check': () => MONTH_ENDS.map((day) => `${day} 10:00 ${day.slice(0, 7)}`),
  'key-projects': () =>
    Array.from({ length: 105 }, (_, week) => daysOf('2024-12-30', '2027-01-03').slice(week * 7, week * 7 + 7)).flatMap(
      (week, at) => {
        const first = week.find(workedByNotice);
        return first && first >= '2025-01-01' && first <= '2026-12-31' ? [`${first} 09:00 ${weekKey(at)}`] : [];
      },
    ),
  'calendar-warning': () => ['2026-12-01 08:30 2026-12'],
};

/** The ISO week that is `at` weeks after that of 30 December 2024: 52 weeks of 2025, then those of 2026. */
const weekKey = (at: number): string =>
  at < 52 ? `2025-W${String(at + 1).padStart(2, '0')}` : `2026-W${String(at - 51).padStart(2, '0')}`;

/** What a year looks like where months end on the 25th and the task year begins in December. */
const CUT = clockOf({ monthCutOffs: [{ from: '', rule: '25日' }], taskYearMonth: 12 });

test.each([
  [
    'monthly',
    [
      ...['2026-01-26 17:00 2026-01', '2026-02-25 17:00 2026-02', '2026-03-25 17:00 2026-03'],
      ...['2026-04-27 17:00 2026-04', '2026-05-25 17:00 2026-05', '2026-06-25 17:00 2026-06'],
      ...['2026-07-27 17:00 2026-07', '2026-08-25 17:00 2026-08', '2026-09-28 17:00 2026-09'],
      ...['2026-10-26 17:00 2026-10', '2026-11-25 17:00 2026-11', '2026-12-25 17:00 2026-12'],
    ],
  ],
  [
    'rescue',
    [
      ...['2026-01-21 08:30 2026-01', '2026-02-13 08:30 2026-02', '2026-03-20 08:30 2026-03'],
      ...['2026-04-22 08:30 2026-04', '2026-05-20 08:30 2026-05', '2026-06-22 08:30 2026-06'],
      ...['2026-07-22 08:30 2026-07', '2026-08-20 08:30 2026-08', '2026-09-22 08:30 2026-09'],
      ...['2026-10-21 08:30 2026-10', '2026-11-20 08:30 2026-11', '2026-12-22 08:30 2026-12'],
    ],
  ],
  [
    'flags',
    [
      ...['2026-02-26 09:00 2026-Q1', '2026-05-26 09:00 2026-Q2'],
      ...['2026-08-26 09:00 2026-Q3', '2026-11-26 09:00 2026-Q4'],
    ],
  ],
  ['half', ['2026-05-26 09:00 2026-H1', '2026-11-26 09:00 2026']],
])('cut on the 25th, with a task year from December, %s is due on these days of 2026', (report, days) => {
  expect(table(postOf(report), CUT, daysOf('2026-01-01', '2026-12-31'))).toEqual(days);
});

test('each post has its table of due days here', () => {
  expect(posts.map((post) => post.report).sort()).toEqual(Object.keys(EXPECTED).sort());
});

describe.each(posts.map((post) => [post.name, post] as const))('%s', (name, post) => {
  it('is due when it should be, on every day of 2025 and 2026', () => {
    expect(table(post)).toEqual(EXPECTED[post.report]?.());
  });

  it('has one key a period, which is a period’s', () => {
    const keys = YEARS.flatMap((day) => post.due(day, clockOf())).map(({ period }) => period);
    expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
    for (const period of keys) expect(parsePeriod(period.key)).toEqual(period);
  });

  it('goes by the wall clock of the org, and to those who asked for it by its name', () => {
    const there = clockOf({}, 'America/New_York');
    expect(table(post, there)).toEqual(table(post));
    const toPeople = ['calendar-warning', 'rescue'];
    if (!toPeople.includes(post.report)) expect(Object.keys(SUBSCRIPTIONS)).toContain(name);
  });
});

test('the ledger’s words are used once', () => {
  const words = [...posts.map((post) => post.report), ...jobs.map((job) => job.name)];
  expect(new Set(words).size).toBe(words.length);
});

describe('an office’s own settings', () => {
  it.each<[string, Partial<Settings>, string, readonly string[]]>([
    ['weekly', { digestAt: '10:00', calendarOverrides: { '2026-06-12': false } }, '10', ['2026-06-11 10:00 2026-W24']],
    ['weekly', { calendarOverrides: { '2026-06-13': true } }, '10', ['2026-06-13 17:00 2026-W24']],
    [
      'monthly',
      { leaderboardAt: '18:30', calendarOverrides: { '2026-06-30': false } },
      '30',
      ['2026-06-29 18:30 2026-06'],
    ],
    [
      'daily-brief',
      { briefAt: '07:45' },
      '10',
      ['08', '09', '10', '11', '12'].map((day) => `2026-06-${day} 07:45 2026-06-${day}`),
    ],
    [
      'blank-warning',
      { blankWarningDays: [20, 19] },
      '10',
      ['2026-06-10 08:30 2026-06-10', '2026-06-11 08:30 2026-06-11'],
    ],
  ])('move %s (%j)', (report, settings, around, expected) => {
    const { from, to } = weekOf(date(`2026-06-${around}`));
    expect(table(postOf(report), clockOf(settings), daysOf(from, to))).toEqual(expected);
  });

  it('a first day of the quarter that is worked carries the flags', () => {
    const org = clockOf({ flagsAt: '08:00', calendarOverrides: { '2026-10-01': true } });
    expect(table(postOf('flags'), org, daysOf('2026-10-01', '2026-10-31'))).toEqual(['2026-10-01 08:00 2026-Q3']);
  });
});

describe('after the bot was away', () => {
  const KNOWN = ['daily-brief', 'weekly', 'monthly', 'flags', 'blank-warning'].map(postOf);
  const at = (text: string) => new Date(`${text}+08:00`);

  it('over National Day it finds each due post once, in order of their instants', () => {
    const due = duePosts(KNOWN, clockOf(), at('2026-09-29T12:00'), at('2026-10-08T09:00'));
    expect(due.map(({ post, due }) => `${post.report} ${due.period.key}`)).toEqual([
      'daily-brief 2026-09-30',
      'weekly 2026-W40',
      'monthly 2026-09',
      'daily-brief 2026-10-08',
      'flags 2026-Q3',
    ]);
  });

  it('an instant is due to the span that ends with it, not to the one that begins with it', () => {
    const nine = at('2026-06-10T08:30');
    const brief = [postOf('daily-brief')];
    expect(duePosts(brief, clockOf(), at('2026-06-10T08:29'), nine)).toHaveLength(1);
    expect(duePosts(brief, clockOf(), nine, at('2026-06-10T08:31'))).toHaveLength(0);
  });

  it('what is up to three days old is posted, what is older only listed, each once', async () => {
    const { db, close } = openDatabase({ url: await clone(), role: APP_ROLE, maxConnections: 4 });
    await insertOrg(db, { name: '试验县' });
    await insertOrg(db, { name: '宽限县', settings: { catchUpDays: 10 } });
    await tick(db, { posts: [], jobs: [] }, at('2026-09-29T12:00'));
    const away = { posts: KNOWN, jobs: [] };
    const first = await tick(db, away, at('2026-10-03T17:00'));
    const states = (ticked: typeof first, org: string) =>
      ticked
        .filter((one) => one.org === org)
        .map(({ report, state, late }) => `${report} ${state === 'listed' ? 'listed' : 'posted'} ${late}`);
    expect(states(first, '试验县')).toEqual(['daily-brief listed true', 'weekly posted true', 'monthly posted true']);
    expect(states(first, '宽限县')).toEqual(['daily-brief posted true', 'weekly posted true', 'monthly posted true']);
    expect(await tick(db, away, at('2026-10-03T17:01'))).toEqual([]);
    await close();
  });
});
