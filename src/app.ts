import type { Dispatcher } from './commands/dispatch.ts';
import type { CommandBook } from './commands/load.ts';
import type { LookUp } from './commands/look-up.ts';
import type { Config } from './config/config.ts';
import type { Database } from './db/database.ts';
import type { openLog } from './log.ts';
import type { PageHost, Platform } from './platforms/platform.ts';
import type { JobBook } from './queue/load.ts';

/** The program, opened but not yet listening: what every command line command stands on. */
export interface App {
  readonly config: Config;
  readonly database: Database;
  readonly databaseUrl: string;
  readonly book: CommandBook;
  readonly jobs: JobBook;
  readonly dispatcher: Dispatcher;
  /** The directories of platforms, by platform; filled when these are there. */
  readonly directories: Map<string, LookUp>;
  readonly host: PageHost;
  readonly log: ReturnType<typeof openLog>;
  /** Delivers to the given platforms what the outbox holds. */
  deliver(platforms: readonly Platform[], stopping?: () => boolean): Promise<number>;
  close(): Promise<void>;
}
