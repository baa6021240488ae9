import { mkdir, writeFile } from 'node:fs/promises';
import { loadLines, NotRestored } from '../db/backup/load.ts';
import { BadBackup, backupLines, checkBackup } from './backup-file.ts';
import { ownSecretOf, secretFile, withDatabase } from './database.ts';
import { type CliCommand, UsageError } from './define.ts';
import { readOptions } from './options.ts';

const SAYS: Readonly<Record<NotRestored['reason'], string>> = {
  'not-empty': '数据库里已有地区的数据，没有恢复：确要用备份替换全部数据，请加 --yes。',
  'in-use': '还有程序连着这个数据库，没有恢复：请先停掉小招（和其他连接）再恢复。',
  newer: '备份来自更新的版本，没有恢复：请先升级程序。',
};

/** `xiaozhao restore FILE`: puts a backup back, whole. */
export const restoreCommand: CliCommand = {
  usage: 'xiaozhao restore 文件 [--yes]',
  help: [
    '从备份文件恢复整个数据库和密钥；先核对校验码，已有数据时要加 --yes 才替换。请先停掉小招。',
    '',
    '旧版本的备份会自动升级到当前结构；恢复后可用 verify 核对每一份已发布的报告。',
  ].join('\n'),
  async run(args, context) {
    const options = readOptions(args, { flags: ['yes'] });
    const [path] = options.words;
    if (path === undefined) throw new UsageError('缺文件名');
    const config = context.config();
    const head = await checkBackup(path).catch((error: unknown) => {
      if (error instanceof BadBackup) throw new Error(`${path}：${error.message}，没有恢复。`);
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new UsageError(`读不到文件 ${path}`) : error;
    });
    try {
      const { rows } = await withDatabase(config, (url) =>
        loadLines(url, head, backupLines(path), { replace: options.flag('yes') }),
      );
      if (head.secret && !config.secretKey && head.secret !== (await ownSecretOf(config))) {
        await mkdir(config.dataDir, { recursive: true });
        await writeFile(secretFile(config), head.secret, { mode: 0o600 });
      }
      process.stdout.write(`已恢复 ${rows} 行，备份时间 ${head.at}\n`);
      return 0;
    } catch (error) {
      if (error instanceof NotRestored) throw new Error(SAYS[error.reason]);
      throw error;
    }
  },
};
