import { readFile } from 'node:fs/promises';
import { parseExactJson } from '../domain/money/exact-json.ts';
import { type Mistake, tooLongIn } from '../domain/scoring/mistake.ts';
import { UsageError } from './define.ts';

/** What some editors put before the first character. */
const BOM = /^\uFEFF/;

/** A file's JSON value (null: it is none), and what is wrong with it: where (the file, where it is no JSON) and why. */
interface JsonFile {
  readonly value: unknown;
  readonly error: Mistake | null;
}

/**
 * Each file's JSON value. A number too long for a binary float comes as decimal text; within `plain` (fields of the
 * outermost object), whose numbers are a program's, it is an error.
 */
export async function readJsonFiles(
  paths: readonly string[],
  plain: readonly string[] = [],
): Promise<readonly JsonFile[]> {
  if (paths.length === 0) throw new UsageError('缺文件名');
  return Promise.all(
    paths.map(async (path) => {
      try {
        const text = (await readFile(path, 'utf8')).replace(BOM, '');
        const value = parseExactJson(text);
        return { value, error: plain.length > 0 ? tooLongIn(text, plain) : null };
      } catch (error) {
        return { value: null, error: { path, message: error instanceof Error ? error.message : String(error) } };
      }
    }),
  );
}
