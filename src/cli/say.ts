import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadPlatforms } from '../platforms/load.ts';
import { type CliCommand, printJson, UsageError } from './define.ts';
import { readInstant, readOptions } from './options.ts';
import { withApp } from './with-app.ts';

interface Answer {
  readonly replies?: readonly {
    readonly text: string;
    readonly buttons: readonly { readonly label: string; readonly token: string }[];
    readonly files: readonly { readonly name: string }[];
  }[];
  readonly error?: { readonly message: string };
}

/** `xiaozhao say`: one message through the whole line, by the built-in chat. */
export const sayCommand: CliCommand = {
  usage:
    'xiaozhao say [--as 姓名] [--chat 群或姓名] [--quote 引用] [--press 按钮] [--id 消息编号] [--at 时间] [--json] "内容"',
  help: '以某人的名义说一句话，走完整流程，打印回复（--json 为 /api/chat 的格式）。',
  async run(args, context) {
    const options = readOptions(args, { values: ['as', 'chat', 'quote', 'press', 'id', 'at'], flags: ['json'] });
    const [text] = options.words;
    if (text === undefined && options.value('press') === undefined) throw new UsageError('缺要说的内容');
    const at = options.value('at');
    const now = at === undefined ? undefined : readInstant(at);
    const body = {
      text: text ?? '',
      from: options.value('as'),
      chat: options.value('chat'),
      quote: options.value('quote'),
      press: options.value('press'),
      message_id: options.value('id'),
    };
    const answer = await withApp(
      context,
      async (app) => {
        const web = (await loadPlatforms({}, app.host)).find((platform) => platform.name === 'web');
        if (!web?.handle) throw new Error('the built-in chat is missing');
        const { handle } = web;
        const server = createServer((request, response) => void handle.call(web, request, response));
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        try {
          const { port } = server.address() as AddressInfo;
          const response = await fetch(`http://127.0.0.1:${port}/api/chat`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(body),
          });
          const said = (await response.json()) as Answer;
          await app.deliver([web]);
          return said;
        } finally {
          server.closeAllConnections();
          await new Promise((resolve) => server.close(resolve));
        }
      },
      now ? { clock: () => now } : {},
    );
    if (options.flag('json')) printJson(answer);
    else print(answer);
    return answer.error ? 1 : 0;
  },
};

function print({ replies = [], error }: Answer): void {
  if (error) process.stderr.write(`${error.message}\n`);
  for (const { text, buttons, files } of replies) {
    process.stdout.write(`${text}\n`);
    for (const { label, token } of buttons) process.stdout.write(`  [${label}] ${token}\n`);
    for (const { name } of files) process.stdout.write(`  文件：${name}\n`);
  }
}
