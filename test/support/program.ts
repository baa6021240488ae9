import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program some tests need: its names on the PATH, the variable that gives its path, the hint when there is none. */
export interface Wanted {
  readonly names: readonly string[];
  readonly variable: string;
  readonly hint: string;
}

/** Where the program is; null, with the hint, where there is none. With REQUIRE_ALL=1 that is a failure. */
export function findProgram({ names, variable, hint }: Wanted): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const places = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  const found = [process.env[variable] ?? '', ...places].find((path) => path !== '' && isRunnable(path));
  if (found) return found;
  if (process.env.REQUIRE_ALL === '1')
    throw new Error(`no ${names[0]} on the PATH: install it, or set ${variable} to its path`);
  console.warn(hint);
  return null;
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
