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

/** Resolves at the first signal; later ones are ignored, because npm hands Ctrl-C on to us and so it comes twice. */
const stopSignal = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
