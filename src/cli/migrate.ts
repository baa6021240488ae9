import { migrate } from '../db/migrate.ts';
import { openApp } from '../main.ts';
import type { CliCommand } from './define.ts';
import { readWords } from './options.ts';

/** `xiaozhao migrate`: brings the database to the latest form. */
export const migrateCommand: CliCommand = {
  usage: 'xiaozhao migrate',
  help: '把数据库升级到最新结构。',
  async run(args, { config }) {
    readWords(args, 0);
    const settings = config();
    if (settings.databaseUrl) {
      const { applied } = await migrate(settings.databaseUrl);
      process.stdout.write(applied.length > 0 ? `已升级：${applied.join('、')}\n` : '已是最新。\n');
      return 0;
    }
    const app = await openApp(settings);
    await app.close();
    process.stdout.write('已是最新。\n');
    return 0;
  },
};
