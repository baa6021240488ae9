import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { dateAt } from '../domain/calendar/date.ts';
import { lineReader } from '../reading/read-lines.ts';
import type { CliCommand } from './define.ts';
import { readWords } from './options.ts';

/** `xiaozhao read`: what was understood of each line on standard input, as it comes; it ends when nobody reads on. */
export const readCommand: CliCommand = {
  usage: 'xiaozhao read < 消息.jsonl',
  help: '读标准输入的 JSON Lines {id, text, ref_date?}，逐行输出读懂的内容。',
  async run(args) {
    readWords(args, 0);
    const read = lineReader({ today: dateAt(new Date(), 'Asia/Shanghai') });
    const { stdin, stdout } = process;
    let closed = false;
    let unread = false;
    stdout.on('error', () => {
      closed = true;
    });
    for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      const said = read(line);
      if (said === null) continue;
      unread ||= 'error' in said;
      if (!stdout.write(`${JSON.stringify(said)}\n`)) await once(stdout, 'drain').catch(() => undefined);
      if (closed) break;
    }
    return unread ? 1 : 0;
  },
};
