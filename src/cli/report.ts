import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CalendarDate, dateAt } from '../domain/calendar/date.ts';
import { halfOf, monthOf, type Period, parsePeriod, quarterOf, weekOf, yearOf } from '../domain/calendar/period.ts';
import { workCalendar } from '../domain/calendar/workday.ts';
import type { LeaderboardModel, ReportModel } from '../domain/report/model.ts';
import { boardReply } from '../rendering/report/board-reply.ts';
import { drawBoardFiles, drawDigestFiles } from '../rendering/report/draw.ts';
import type { Drawn } from '../rendering/report/files.ts';
import { buildBoard } from '../services/board.service.ts';
import { groupBrief, personalBriefs } from '../services/brief.service.ts';
import { buildDigest } from '../services/digest.service.ts';
import type { Org } from '../services/org.service.ts';
import { publishEarly } from '../services/publish.service.ts';
import { flagsOf } from '../services/report.service.ts';
import { inOrg, inOrgSnapshot, type OrgTx } from '../services/transaction.ts';
import { type CliCommand, printJson, UsageError } from './define.ts';
import { readInstant, readOptions } from './options.ts';
import { orgOf, withApp } from './with-app.ts';

const KINDS: Readonly<Record<string, (day: CalendarDate) => Period>> = {
  daily: (day) => ({ kind: 'day', key: day, from: day, to: day }),
  weekly: weekOf,
  monthly: monthOf,
  quarterly: quarterOf,
  half: halfOf,
  year: yearOf,
};

/** `xiaozhao report KIND`: builds a report, prints its model, writes its files; `--post` closes and posts a month. */
export const reportCommand: CliCommand = {
  usage:
    'xiaozhao report daily|weekly|monthly|quarterly|half|year [--period P] [--org 地区] [--post] [--at 时间] [--out 目录]',
  help: '生成一份报告：打印模型（JSON），写出图片、Word、Excel；--post 结账并发布（月报）。',
  async run(args, context) {
    const options = readOptions(args, { values: ['period', 'org', 'at', 'out'], flags: ['post'] });
    const [kind = ''] = options.words;
    const periodOn = KINDS[kind];
    if (!periodOn) throw new UsageError('缺报告种类');
    const at = options.value('at');
    const now = at ? readInstant(at) : new Date();
    return withApp(
      context,
      async (app) => {
        const org = await orgOf(app, options.value('org'));
        const given = options.value('period');
        const period = given ? parsePeriod(given) : periodOn(dateAt(now, org.timeZone));
        if (!period) throw new UsageError(`不是期间：${given}`);
        const { db } = app.database;
        if (options.flag('post')) {
          if (kind !== 'monthly') throw new UsageError('--post 只用于月报，其他报告由定时推送发出');
          const posted = await inOrg(db, org.id, (tx) =>
            publishEarly(tx, org, period, now, drawBoardFiles, ({ report, files }) =>
              boardReply(report.model as LeaderboardModel, files),
            ),
          );
          printJson({ ...posted.published.report.model, hash: posted.published.report.hash, chats: posted.chats });
          return 0;
        }
        const { model, files } = await inOrgSnapshot(db, org.id, (tx) => build(tx, org, kind, period, now));
        printJson(model);
        const out = options.value('out');
        if (out) await writeFiles(out, files);
        return 0;
      },
      { clock: () => now },
    );
  },
};

async function build(
  tx: OrgTx,
  org: Org,
  kind: string,
  period: Period,
  now: Date,
): Promise<{ model: ReportModel | object; files: readonly Drawn[] }> {
  const calendar = workCalendar(new Map(Object.entries(org.settings.calendarOverrides)));
  if (kind === 'daily') {
    const around = { now, today: dateAt(now, org.timeZone), calendar, org };
    return {
      model: {
        kind: 'brief',
        day: period.key,
        people: await personalBriefs(tx, around),
        group: await groupBrief(tx, around, null),
      },
      files: [],
    };
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
export async function writeFiles(folder: string, files: readonly Pick<Drawn, 'name' | 'bytes'>[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
}
