import { addDays, dateAt, partsOf } from '../domain/calendar/date.ts';
import { isPublished } from '../domain/calendar/holidays.ts';
import { start } from '../main.ts';
import type { CliCommand } from './define.ts';
import { readWords } from './options.ts';

/** `xiaozhao start`: everything, until Ctrl-C. */
export const startCommand: CliCommand = {
  usage: 'xiaozhao start',
  help: '启动：数据库、网页、定时推送、内置聊天，直到 Ctrl-C。',
  async run(args, { config, environment }) {
    readWords(args, 0);
    const stopped = stopSignal();
    const running = await start(config(), environment);
    const unknown = unpublishedYear(new Date());
    if (unknown)
      running.log.warn({ year: unknown }, 'the official calendar of this year is not known: Monday to Friday count');
    process.stdout.write(`小招已启动：${running.url}\n按 Ctrl-C 停止。\n`);
    await stopped;
    process.stdout.write('正在停止……\n');
    const limit = setTimeout(() => process.exit(1), 10_000);
    await running.stop();
    clearTimeout(limit);
    process.stdout.write('已停止。\n');
    return 0;
  },
};

/** The notice for the next year comes out by mid-November: from then on a start says when it is missing. */
const NOTICE_DAYS = 46;

/** The year, this one or from mid-November the next, whose official holidays this program does not know; else null. */
export function unpublishedYear(now: Date): number | null {
  const today = dateAt(now, 'Asia/Shanghai');
  const day = [today, addDays(today, NOTICE_DAYS)].find((one) => !isPublished(one));
  return day ? partsOf(day).year : null;
}

/** Resolves at the first signal; later ones are ignored, because npm hands Ctrl-C on to us and so it comes twice. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
