import { type Browser, chromium } from 'playwright-core';
import { findProgram } from './program.ts';

/** A browser on the PATH (or CHROMIUM); null where there is none. With REQUIRE_ALL=1 that is a failure. */
export const findChromium = (): string | null =>
  findProgram({
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    variable: 'CHROMIUM',
    hint: '没有浏览器，网页测试跳过：安装 chromium，或用 CHROMIUM 指明它的路径',
  });

/** Starts the browser; as root without its sandbox, which cannot work there. */
export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
