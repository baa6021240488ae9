import type { Config, Environment } from '../config/config.ts';

/** What a command of the command line may know. */
export interface CliContext {
  readonly environment: Environment;
  /** Reads the environment; throws a ConfigError naming every mistake. */
  config(): Config;
}

/** One command of the command line. `run` gives the exit code. */
export interface CliCommand {
  readonly usage: string;
  readonly help: string;
  run(args: readonly string[], context: CliContext): Promise<number>;
}

/** The words of a call do not fit: exit code 2. */
export class UsageError extends Error {}

/** Prints one JSON value on standard output. */
export const printJson = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);
