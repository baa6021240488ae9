import { dateAt } from '../domain/calendar/date.ts';
import { readLines } from '../reading/read-lines.ts';
import { type CliCommand, readInput } from './define.ts';
import { readWords } from './options.ts';

/** `xiaozhao read`: what was understood of each line on standard input. */
export const readCommand: CliCommand = {
  usage: 'xiaozhao read < 消息.jsonl',
  help: '读标准输入的 JSON Lines {id, text, ref_date?}，逐行输出读懂的内容。',
  async run(args) {
    readWords(args, 0);
    const lines = (await readInput()).split('\n');
    let unread = false;
    for (const line of readLines(lines, { today: dateAt(new Date(), 'Asia/Shanghai') })) {
      unread ||= 'error' in (JSON.parse(line) as object);
      process.stdout.write(`${line}\n`);
    }
    return unread ? 1 : 0;
  },
};
