import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { startEmbedded } from '../db/embedded/server.ts';

/** Does work on the bare database of the configuration, embedded or external, as its owner and without migrating it. */
export async function withDatabase<Result>(config: Config, work: (url: string) => Promise<Result>): Promise<Result> {
  if (config.databaseUrl) return work(config.databaseUrl);
  const server = await startEmbedded(config.dataDir);
  try {
    return await work(server.url);
  } finally {
    await server.release();
  }
}

/** The file of the key that seals buttons and login links, where SECRET_KEY does not give it. */
export const secretFile = (config: Config): string => join(config.dataDir, 'secret-key');

/** The key of the data folder; null when SECRET_KEY gives it or none was made yet. */
export const ownSecretOf = async (config: Config): Promise<string | null> =>
  config.secretKey ? null : readFile(secretFile(config), 'utf8').catch(() => null);
