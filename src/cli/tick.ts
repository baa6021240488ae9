import { openApp } from '../main.ts';
import { loadPlatforms } from '../platforms/load.ts';
import { tick } from '../queue/tick.ts';
import { type CliCommand, printJson, UsageError } from './define.ts';
import { readInstant, readOptions } from './options.ts';

/** `xiaozhao tick --at TIME`: does what would be due at that instant. */
export const tickCommand: CliCommand = {
  usage: 'xiaozhao tick --at 时间',
  help: '做到这一刻为止该做的事（定时推送、提醒、到期处理），输出做了什么。',
  async run(args, { config, environment }) {
    const at = readOptions(args, { values: ['at'] }).value('at');
    if (!at) throw new UsageError('缺 --at');
    const now = readInstant(at);
    const app = await openApp(config(), { clock: () => now });
    try {
      const done = await tick(app.database.db, app.jobs, now);
      const sent = await app.deliver(await loadPlatforms(environment, app.host));
      printJson({ at: now.toISOString(), done, sent });
      return 0;
    } finally {
      await app.close();
    }
  },
};
