import { dumpLines } from '../db/backup/dump.ts';
import { writeBackup } from './backup-file.ts';
import { ownSecretOf, withDatabase } from './database.ts';
import { type CliCommand, UsageError } from './define.ts';
import { readOptions } from './options.ts';

/** `xiaozhao backup FILE`: everything in one file, while the program goes on working. */
export const backupCommand: CliCommand = {
  usage: 'xiaozhao backup 文件',
  help: [
    '把整个数据库（含图片、Word、Excel）和数据目录里的密钥备份到一个文件；不用停机，不需要 pg_dump。',
    '',
    '文件里有全部数据和手机号，内置数据库时还有密钥：只有本用户可读，请妥善保管。用 SECRET_KEY 时密钥不在备份里，请另存。',
  ].join('\n'),
  async run(args, context) {
    const [path] = readOptions(args, {}).words;
    if (path === undefined) throw new UsageError('缺文件名');
    const config = context.config();
    const secret = await ownSecretOf(config);
    const { bytes } = await withDatabase(config, (url) =>
      writeBackup(path, dumpLines(url, { at: new Date().toISOString(), secret })),
    );
    process.stdout.write(`已备份到 ${path}（${Math.ceil(bytes / 1024)} KB）\n`);
    return 0;
  },
};
