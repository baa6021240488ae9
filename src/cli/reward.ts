import { rewardCase } from '../domain/reward/case.ts';
import { rewardRuleJsonSchema } from '../domain/reward/read-rule.ts';
import { idOf } from '../domain/scoring/case.ts';
import { type CliCommand, printJson } from './define.ts';
import { readJsonFiles } from './files.ts';
import { readOptions } from './options.ts';

/** `xiaozhao reward FILE…`: works out reward and sharing cases, one JSON line a file. `--schema`: the JSON Schema of a reward rule. */
export const rewardCommand: CliCommand = {
  usage: 'xiaozhao reward 文件… | --schema',
  help: '计算引荐奖励或利益共享算例：每个文件一行 JSON 结果；有误则给出位置和原因，退出码 1。--schema 打印奖励规则的 JSON Schema。',
  async run(args) {
    const { words, flag } = readOptions(args, { flags: ['schema'] });
    if (flag('schema')) {
      printJson(rewardRuleJsonSchema());
      return 0;
    }
    let failed = false;
    for (const { value, error } of await readJsonFiles(words, ['rule'])) {
      const answer = error ? { id: idOf(value), error } : rewardCase(value);
      if ('error' in answer) failed = true;
      printJson(answer);
    }
    return failed ? 1 : 0;
  },
};
