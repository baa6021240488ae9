import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../db/embedded/server.ts';
import { date } from '../domain/calendar/date.ts';
import { openApp } from '../main.ts';
import { type CliCommand, UsageError } from './define.ts';
import { play } from './demo/play.ts';
import { readOptions } from './options.ts';

const START = date('2026-06-08');
const MOST_DAYS = 60;

/** `xiaozhao demo`: plays working days of the sample org in a database of its own, through the real intake and posts. */
export const demoCommand: CliCommand = {
  usage: 'xiaozhao demo [--days N] [--out 目录]',
  help: '演示：在单独的数据库里把示例县的 N 个工作日（默认 25，跨月末）真实演一遍，打印聊天，写出图片和文档。',
  async run(args, context) {
    const options = readOptions(args, { values: ['days', 'out'] });
    const days = Number(options.value('days') ?? '25');
    const out = options.value('out') ?? 'out';
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
      throw new UsageError(`--days 应是 1 到 ${MOST_DAYS} 的整数`);
    const config = context.config();
    const server = config.databaseUrl ? null : await startEmbedded(config.dataDir);
    const url = config.databaseUrl ?? server?.url ?? '';
    const name = `demo_${process.pid}`;
    await onServer(url, `create database ${name}`);
    try {
      const place = new URL(url);
      place.pathname = `/${name}`;
      let now = new Date(0);
      const app = await openApp(
        { ...config, databaseUrl: place.href, secretKey: 'the demonstration keeps no secret', logLevel: 'warn' },
        { clock: () => now },
      );
      try {
        const played = await play(app, {
          start: START,
          days,
          setClock: (instant) => {
            now = instant;
          },
        });
        await mkdir(out, { recursive: true });
        await writeFile(join(out, '聊天记录.txt'), played.transcript);
        for (const { name: file, bytes } of played.files) await writeFile(join(out, file), bytes);
        process.stdout.write(played.transcript);
        process.stdout.write(
          `\n演完 ${days} 个工作日：${played.messages} 条消息，${played.posts} 条推送，${played.files.length} 个文件，在 ${out}\n`,
        );
        return 0;
      } finally {
        await app.close();
      }
    } finally {
      await onServer(url, `drop database if exists ${name} with (force)`);
      await server?.release();
    }
  },
};

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
