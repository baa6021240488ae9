import type { CliCommand } from './define.ts';
import { migrateCommand } from './migrate.ts';
import { startCommand } from './start.ts';
import { tickCommand } from './tick.ts';

/** Every command of the command line, by name. */
export const COMMANDS: Readonly<Record<string, CliCommand>> = {
  start: startCommand,
  migrate: migrateCommand,
  tick: tickCommand,
};
