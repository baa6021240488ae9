import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A browser on the PATH (or CHROMIUM); null where there is none. With REQUIRE_ALL=1 that is a failure. */
export function findChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const wanted = [process.env.CHROMIUM ?? '', ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))];
  const found = wanted.find((path) => path !== '' && isRunnable(path));
  if (found) return found;
  if (process.env.REQUIRE_ALL === '1')
    throw new Error('no chromium on the PATH: install it, or set CHROMIUM to its path');
  console.warn('没有浏览器，网页测试跳过：安装 chromium，或用 CHROMIUM 指明它的路径');
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

/** Starts the browser; as root without its sandbox, which cannot work there. */
export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
