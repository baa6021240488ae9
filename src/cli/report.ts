import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '../app.ts';
import { type Books, booksOf } from '../domain/calendar/books.ts';
import { type CalendarDate, dateAt, instantAt } from '../domain/calendar/date.ts';
import { dayPeriod, type Period, parsePeriod, weekOf } from '../domain/calendar/period.ts';
import { workCalendar } from '../domain/calendar/workday.ts';
import type { LeaderboardModel, ReportModel } from '../domain/report/model.ts';
import { postNow } from '../queue/tick.ts';
import { boardReply } from '../rendering/report/board-reply.ts';
import { drawBoardFiles, drawDigestFiles } from '../rendering/report/draw.ts';
import type { Drawn } from '../rendering/report/files.ts';
import { buildBoard } from '../services/board.service.ts';
import { groupBrief, personalBriefs } from '../services/brief.service.ts';
import { buildDigest } from '../services/digest.service.ts';
import { readFile } from '../services/file.service.ts';
import type { Org } from '../services/org.service.ts';
import { publishEarly } from '../services/publish.service.ts';
import { findReport, flagsOf, type Published } from '../services/report.service.ts';
import { inOrg, inOrgSnapshot, type OrgTx } from '../services/transaction.ts';
import { type CliCommand, printJson, UsageError } from './define.ts';
import { readInstant, readOptions } from './options.ts';
import { orgOf, withApp } from './with-app.ts';

const KINDS: Readonly<Record<string, (day: CalendarDate, books: Books) => Period>> = {
  daily: dayPeriod,
  weekly: weekOf,
  monthly: (day, books) => books.holding('month', day),
  quarterly: (day, books) => books.holding('quarter', day),
  half: (day, books) => books.holding('half', day),
  year: (day, books) => books.holding('year', day),
};

/** The post of a kind, by its word in the ledger; months have their own way of publishing. */
const POSTS: Readonly<Record<string, { readonly report: string; readonly kept: string | null }>> = {
  daily: { report: 'daily-brief', kept: null },
  weekly: { report: 'weekly', kept: 'weekly' },
  quarterly: { report: 'flags', kept: 'flags' },
};

/** `xiaozhao report KIND`: builds a report, prints its model, writes its files; `--post` publishes it now, once. */
export const reportCommand: CliCommand = {
  usage:
    'xiaozhao report daily|weekly|monthly|quarterly|half|year [--period P] [--org 地区] [--post] [--at 时间] [--out 目录]',
  help: [
    '生成一份报告：打印模型（JSON），--out 写出图片、Word、Excel。',
    '',
    '期间：2026-06-10、2026-W24、2026-06、2026-Q2、2026-H1、2026，或期间里的某一天；不写就是现在这一期。',
    '--post 现在就发到订阅的群（每期一次，到点不再重发）：月报结账并发布，季报发红黄旗，周报截止到此刻，日报发今日待办。',
  ].join('\n'),
  async run(args, context) {
    const options = readOptions(args, { values: ['period', 'org', 'at', 'out'], flags: ['post'] });
    const [kind = ''] = options.words;
    if (!Object.hasOwn(KINDS, kind)) throw new UsageError('缺报告种类');
    const at = options.value('at');
    const now = at ? readInstant(at) : new Date();
    return withApp(
      context,
      async (app) => {
        const org = await orgOf(app, options.value('org'));
        const today = dateAt(now, org.timeZone);
        const period = periodOf(
          kind,
          options.value('period'),
          { today, books: booksOf(org.settings) },
          options.flag('post'),
        );
        const call = { app, org, kind, period, now };
        const { model, files } = options.flag('post')
          ? await post(call)
          : await inOrgSnapshot(app.database.db, org.id, (tx) => build(tx, call));
        printJson(model);
        const out = options.value('out');
        if (out) await writeFiles(out, files);
        return 0;
      },
      { clock: () => now },
    );
  },
};

interface Call {
  readonly app: App;
  readonly org: Org;
  readonly kind: string;
  readonly period: Period;
  readonly now: Date;
}

interface Built {
  readonly model: ReportModel | object;
  readonly files: readonly Pick<Drawn, 'name' | 'bytes'>[];
}

/**
 * The period that `--period` names, by its key or by a day in it; the present one when it is not said. A board that is not
 * posted may be of any stretch of days.
 */
function periodOf(
  kind: string,
  given: string | undefined,
  { today, books }: { readonly today: CalendarDate; readonly books: Books },
  posts: boolean,
): Period {
  const on = KINDS[kind] ?? dayPeriod;
  if (given === undefined) return on(today, books);
  const named = parsePeriod(given);
  const said = named && books.span(named);
  if (said && !posts && ['year-to-month', 'range'].includes(said.kind) && !['daily', 'weekly'].includes(kind))
    return said;
  const period = said && on(said.from, books);
  if (!said || !period || (said.kind !== 'day' && said.key !== period.key))
    throw new UsageError(`不是${kind}的期间：${given}`);
  return period;
}

async function post({ app, org, kind, period, now }: Call): Promise<Built> {
  const { db } = app.database;
  if (kind === 'monthly') {
    const { published, chats } = await inOrg(db, org.id, (tx) =>
      publishEarly(tx, org, period, now, drawBoardFiles, ({ report, files }) =>
        boardReply(report.model as LeaderboardModel, files),
      ),
    );
    return inOrg(db, org.id, (tx) => keptReport(tx, published, { chats }));
  }
  const { report, kept } = POSTS[kind] ?? {};
  const found = app.jobs.posts.find((one) => one.report === report);
  if (!found) throw new UsageError(`--post 不用于 ${kind}，由定时推送发出`);
  if (kind === 'daily' && period.key !== dateAt(now, org.timeZone)) throw new UsageError('今日待办只能当天发');
  return inOrg(db, org.id, async (tx) => {
    const messages = await postNow(tx, org, found, period, now);
    const published = kept ? await findReport(tx, kept, period.key) : null;
    return published
      ? keptReport(tx, published, { messages })
      : { model: { kind, period: period.key, messages }, files: [] };
  });
}

/** A published report as it is kept: its model with its hash, and its files. */
async function keptReport(tx: OrgTx, { report, files }: Published, more: object): Promise<Built> {
  const kept: Pick<Drawn, 'name' | 'bytes'>[] = [];
  for (const { id, name } of files) {
    const stored = await readFile(tx, id);
    if (stored) kept.push({ name, bytes: stored.bytes });
  }
  return { model: { ...report.model, hash: report.hash, ...more }, files: kept };
}

async function build(tx: OrgTx, { org, kind, period, now }: Call): Promise<Built> {
  const calendar = workCalendar(new Map(Object.entries(org.settings.calendarOverrides)));
  if (kind === 'daily') {
    const isToday = period.key === dateAt(now, org.timeZone);
    const at = isToday ? now : instantAt(period.from, org.settings.briefAt, org.timeZone);
    const around = { now: at, today: period.from, calendar, org };
    const [people, group] = [await personalBriefs(tx, around), await groupBrief(tx, around, null)];
    return { model: { kind: 'brief', day: period.key, people, group }, files: [] };
  }
  if (kind === 'weekly') {
    const model = await buildDigest(tx, { ...org, calendar }, period.from, now);
    return { model, files: await drawDigestFiles(model) };
  }
  const board = await buildBoard(tx, org, period, now);
  const model = kind === 'quarterly' ? { ...board.model, flags: flagsOf(board, period).groups } : board.model;
  return { model, files: await drawBoardFiles(board.model) };
}

/** Writes files into a folder. */
async function writeFiles(folder: string, files: readonly Pick<Drawn, 'name' | 'bytes'>[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
}
