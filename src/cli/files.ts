import { readFile } from 'node:fs/promises';
import { parseExactJson } from '../domain/money/exact-json.ts';
import { UsageError } from './define.ts';

/** What some editors put before the first character. */
const BOM = /^\uFEFF/;

/**
 * Each file's JSON value; a number too long for a binary float comes as decimal text, but within `plain` (fields of the
 * outermost object) as JSON.parse reads it. A file that cannot be read or is no JSON gives `{unreadable}` with the reason.
 */
export async function readJsonFiles(
  paths: readonly string[],
  plain: readonly string[] = [],
): Promise<readonly { readonly path: string; readonly value: unknown; readonly unreadable?: string }[]> {
  if (paths.length === 0) throw new UsageError('缺文件名');
  return Promise.all(
    paths.map(async (path) => {
      try {
        return { path, value: readValue((await readFile(path, 'utf8')).replace(BOM, ''), plain) };
      } catch (error) {
        return { path, value: null, unreadable: error instanceof Error ? error.message : String(error) };
      }
    }),
  );
}

function readValue(text: string, plain: readonly string[]): unknown {
  const exact = parseExactJson(text);
  if (typeof exact !== 'object' || exact === null || Array.isArray(exact)) return exact;
  const parsed = JSON.parse(text) as Readonly<Record<string, unknown>>;
  return {
    ...exact,
    ...Object.fromEntries(plain.flatMap((key) => (Object.hasOwn(parsed, key) ? [[key, parsed[key]]] : []))),
  };
}
