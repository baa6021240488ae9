import { refusalReply } from '../commands/refusals.ts';
import { ConfigError, type Environment, readConfig } from '../config/config.ts';
import { withEnvFile } from '../config/env-file.ts';
import { Refusal } from '../domain/refusal.ts';
import { toText } from '../rendering/text.ts';
import { COMMANDS } from './commands.ts';
import { UsageError } from './define.ts';

/** The program's command line: runs the command that the words name and leaves its exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  process.stdout.on('error', () => process.exit(0));
  process.exitCode = await runCommand(argv, process.env, process.cwd());
}

/**
 * Runs one command line command, with the settings of the `.env` of a folder too, where one is given. Exit codes: 0 done, 1
 * refused or failed, 2 usage or configuration.
 */
export async function runCommand(
  [name = '', ...rest]: readonly string[],
  given: Environment,
  folder?: string,
): Promise<number> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const asked = ['--help', '-h', 'help'].includes(name);
    const wrong = name === '' ? '' : `没有“${name}”这个命令。\n\n`;
    (asked ? process.stdout : process.stderr).write(asked ? usage() : `${wrong}${usage()}`);
    return asked ? 0 : 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${command.usage}\n\n${command.help}\n`);
    return 0;
  }
  try {
    const environment = folder === undefined ? given : withEnvFile(given, folder);
    return await command.run(rest, { environment, config: () => readConfig(environment) });
  } catch (error) {
    return explain(error, command.usage, given.LOG_LEVEL === 'debug');
  }
}

function explain(error: unknown, line: string, verbose: boolean): number {
  if (error instanceof ConfigError) {
    process.stderr.write(`配置有误，没有启动：\n${error.mistakes.map((mistake) => `  ${mistake}`).join('\n')}\n`);
    return 2;
  }
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n用法：${line}\n`);
    return 2;
  }
  if (error instanceof Refusal) {
    process.stderr.write(`${toText(refusalReply(error))}\n`);
    return 1;
  }
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  if (verbose) process.stderr.write(`${error instanceof Error ? error.stack : ''}\n`);
  return 1;
}

function usage(): string {
  const lines = Object.values(COMMANDS).map(({ usage: line, help }) => `  ${line}\n      ${help.split('\n')[0]}`);
  return `小招：招商引资工作群机器人\n\n${lines.join('\n')}\n\n每个命令都可加 --help。退出码：0 完成，1 被拒绝或失败，2 用法或配置有误。\n`;
}
