import { readdir } from 'node:fs/promises';
import { ConfigError, type Environment } from '../config/config.ts';
import type { PageHost, Platform, PlatformFactory } from './platform.ts';

/** Every platform whose part of the environment is there. */
export async function loadPlatforms(
  environment: Environment,
  host: PageHost,
  folder = new URL('./', import.meta.url),
): Promise<readonly Platform[]> {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const made: Platform[] = [];
  const mistakes: string[] = [];
  for (const name of names.sort()) {
    const files = await readdir(new URL(`${name}/`, folder));
    const index = files.find((file) => /^index\.[jt]s$/.test(file));
    if (!index) throw new Error(`platforms/${name} has no index`);
    const { default: factory } = (await import(new URL(`${name}/${index}`, folder).href)) as {
      default: PlatformFactory;
    };
    try {
      const platform = factory(environment, host);
      if (platform) made.push(platform);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      mistakes.push(...error.mistakes);
    }
  }
  if (mistakes.length > 0) throw new ConfigError(mistakes);
  return made;
}
