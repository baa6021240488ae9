import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of package.json, found by walking up: compiled code lives in dist/<hash>, so what is not compiled (page
 * assets, the worker that draws pictures) is found from here.
 */
export function packageRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'src'))) return folder;
    if (folder === dirname(folder)) throw new Error('package.json not found');
  }
}
