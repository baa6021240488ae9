import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import type { Bindings } from './guard.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  webmanifest: 'application/manifest+json',
};

/** GET /assets/…: the page's own files, a closed list of name forms inside one folder. */
export function assetRoutes(): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  app.get('/:name', async (context) => {
    const asset = await loadAsset(context.req.param('name'));
    if (!asset) return context.notFound();
    return context.body(asset.text, 200, { 'content-type': asset.type, 'cache-control': 'no-cache' });
  });
  return app;
}

/** A file of the assets folder with its type; null when there is none of that name. */
export async function loadAsset(name: string): Promise<{ readonly text: string; readonly type: string } | null> {
  const ending = /^[a-z][a-z-]*\.([a-z]+)$/.exec(name)?.[1] ?? '';
  const type = TYPES[ending];
  const text = type ? await readFile(join(assetsFolder(), name), 'utf8').catch(() => null) : null;
  return type && text !== null ? { text, type } : null;
}

/** The folder stands in the sources also when the program runs compiled: found from the package's root. */
function assetsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'src', 'platforms', 'web', 'assets');
}
