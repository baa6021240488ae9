import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { packageRoot } from '../../package-root.ts';
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

const assetsFolder = (): string => join(packageRoot(), 'src', 'platforms', 'web', 'assets');
