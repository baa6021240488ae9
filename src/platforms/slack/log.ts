import { LogLevel } from '@slack/bolt';
import type { Log } from '../platform.ts';

/** Bolt prints bodies when it debugs: only its warnings and errors are kept, without bodies. */
export const quietLogger = (log: Log) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (...words: unknown[]) => log.warn({ said: String(words[0]).slice(0, 200) }, 'slack'),
  error: (...words: unknown[]) => log.error({ said: String(words[0]).slice(0, 200) }, 'slack'),
  setLevel: () => undefined,
  getLevel: () => LogLevel.WARN,
  setName: () => undefined,
});
