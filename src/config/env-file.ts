import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { ConfigError, type Environment } from './config.ts';

/**
 * The environment with what stands in the file `.env` of a folder, where there is one: a line `NAME=value` each. What is set
 * in the environment wins. A file that cannot be read is a ConfigError.
 */
export function withEnvFile(environment: Environment, folder: string): Environment {
  return { ...parseEnv(textOf(join(folder, '.env'))), ...environment };
}

/** Without the mark and the line ends that some editors put in; "" where there is no file. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^\ufeff/, '')
      .replaceAll('\r', '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw new ConfigError([`.env：读不了（${(error as NodeJS.ErrnoException).code ?? ''}），请检查文件权限`]);
  }
}
