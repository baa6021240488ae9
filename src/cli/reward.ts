import { rewardCase } from '../domain/reward/case.ts';
import { type CliCommand, printJson } from './define.ts';
import { readJsonFiles } from './files.ts';
import { readWords } from './options.ts';

/** `xiaozhao reward FILE…`: works out reward and sharing cases, one JSON line a file. */
export const rewardCommand: CliCommand = {
  usage: 'xiaozhao reward 文件…',
  help: '计算引荐奖励或利益共享算例：每个文件一行 JSON 结果。',
  async run(args) {
    let failed = false;
    for (const { path, value, unreadable } of await readJsonFiles(readWords(args, 1000))) {
      const answer = unreadable ? { id: null, error: { path, message: unreadable } } : rewardCase(value);
      if ('error' in answer) failed = true;
      printJson(answer);
    }
    return failed ? 1 : 0;
  },
};
