import { idOf, scoreCase } from '../domain/scoring/case.ts';
import { schemeJsonSchema } from '../domain/scoring/language.ts';
import { type CliCommand, printJson } from './define.ts';
import { readJsonFiles } from './files.ts';
import { readOptions } from './options.ts';

/** `xiaozhao score FILE…`: works out scoring cases, one JSON line a file. `--schema`: the JSON Schema of a scheme. */
export const scoreCommand: CliCommand = {
  usage: 'xiaozhao score 文件… | --schema',
  help: '计算考核方案算例：每个文件一行 JSON 结果；方案有误则给出位置和原因，退出码 1。--schema 打印方案的 JSON Schema。',
  async run(args) {
    const { words, flag } = readOptions(args, { flags: ['schema'] });
    if (flag('schema')) {
      printJson(schemeJsonSchema());
      return 0;
    }
    let failed = false;
    for (const { value, error } of await readJsonFiles(words, ['scheme'])) {
      const answer = error ? { id: idOf(value), error } : scoreCase(value);
      if ('error' in answer) failed = true;
      printJson(answer);
    }
    return failed ? 1 : 0;
  },
};
