import { readFile } from 'node:fs/promises';
import { UsageError } from './define.ts';

/** Each file's JSON value. A file that cannot be read or is no JSON gives `{unreadable}` with the reason. */
export async function readJsonFiles(
  paths: readonly string[],
): Promise<readonly { readonly path: string; readonly value: unknown; readonly unreadable?: string }[]> {
  if (paths.length === 0) throw new UsageError('缺文件名');
  return Promise.all(
    paths.map(async (path) => {
      try {
        return { path, value: JSON.parse(await readFile(path, 'utf8')) as unknown };
      } catch (error) {
        return { path, value: null, unreadable: error instanceof Error ? error.message : String(error) };
      }
    }),
  );
}
