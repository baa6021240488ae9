import { scoreCase } from '../domain/scoring/case.ts';
import { type CliCommand, printJson } from './define.ts';
import { readJsonFiles } from './files.ts';
import { readWords } from './options.ts';

/** `xiaozhao score FILE…`: works out scoring cases, one JSON line a file. */
export const scoreCommand: CliCommand = {
  usage: 'xiaozhao score 文件…',
  help: '计算考核方案算例：每个文件一行 JSON 结果；方案有误则给出位置和原因，退出码 1。',
  async run(args) {
    let failed = false;
    for (const { path, value, unreadable } of await readJsonFiles(readWords(args, 1000))) {
      const answer = unreadable ? { id: null, error: { path, message: unreadable } } : scoreCase(value);
      if ('error' in answer) failed = true;
      printJson(answer);
    }
    return failed ? 1 : 0;
  },
};
