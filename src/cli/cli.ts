import { ConfigError, readConfig } from '../config/config.ts';
import { COMMANDS } from './commands.ts';
import { type CliContext, UsageError } from './define.ts';

/** Runs one command line command. Exit codes: 0 done, 1 refused or failed, 2 usage or configuration. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', () => process.exit(0));
  const [name = '', ...rest] = argv;
  const command = COMMANDS[name];
  if (!command || name === '--help' || rest.includes('--help')) {
    process.stdout.write(command ? `${command.usage}\n\n${command.help}\n` : usage());
    process.exitCode = command || name === '--help' || name === 'help' ? 0 : 2;
    return;
  }
  try {
    const context: CliContext = { environment: process.env, config: () => readConfig(process.env) };
    process.exitCode = await command.run(rest, context);
  } catch (error) {
    process.exitCode = explain(error, command.usage);
  }
}

function explain(error: unknown, line: string): number {
  if (error instanceof ConfigError) {
    process.stderr.write(`配置有误，没有启动：\n${error.mistakes.map((mistake) => `  ${mistake}`).join('\n')}\n`);
    return 2;
  }
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n用法：${line}\n`);
    return 2;
  }
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (process.env.LOG_LEVEL === 'debug') process.stderr.write(`${error instanceof Error ? error.stack : ''}\n`);
  return 1;
}

function usage(): string {
  const lines = Object.values(COMMANDS).map(({ usage: line, help }) => `  ${line}\n      ${help.split('\n')[0]}`);
  return `小招：招商引资工作群机器人\n\n${lines.join('\n')}\n\n每个命令都可加 --help。退出码：0 完成，1 被拒绝或失败，2 用法或配置有误。\n`;
}
