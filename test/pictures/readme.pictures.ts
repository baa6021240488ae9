import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium, launch } from '../support/chromium.ts';

const FOLDER = new URL('../../.github/pictures/', import.meta.url).pathname;
const LEAD = '录入 宁波海纳精密制造有限公司拟投资3.6亿元建数控机床项目，用地80亩，王总13900001111，以商招商';

const data = mkdtempSync(join(tmpdir(), 'xiaozhao-pictures-'));
let program: ChildProcess;
let browser: Browser;
let page: Page;
let url = '';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const answers = (address: string): Promise<boolean> =>
  fetch(`${address}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );

beforeAll(async () => {
  const chromium = findChromium();
  if (!chromium) throw new Error('the pictures need a browser: install chromium or set CHROMIUM');
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, PORT: String(port), DATA_DIR: data };
  program = spawn(process.execPath, ['src/xiaozhao.js', 'start'], { env, stdio: 'ignore' });
  while (!(await answers(url))) await new Promise((resolve) => setTimeout(resolve, 500));
  browser = await launch(chromium);
});

afterAll(async () => {
  await browser?.close();
  const ended = new Promise((resolve) => program.once('exit', resolve));
  program.kill('SIGTERM');
  await ended;
  await rm(data, { recursive: true, force: true });
});

test('a lead is recorded by one sentence and confirmed', async () => {
  page = await browser.newPage({ viewport: { width: 1120, height: 1270 }, deviceScaleFactor: 1.5, locale: 'zh-CN' });
  await page.goto(url);
  await page.click('#persona');
  await page.keyboard.type('清河镇');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.chat', { hasText: '招商引资工作群' }).click();
  await page.fill('#words', LEAD);
  await page.press('#words', 'Escape');
  await page.click('#send');
  const draft = page.locator('.card', { hasText: '请核对' });
  await draft.getByRole('button', { name: '确认' }).click();
  await page.locator('.card', { hasText: '已录入' }).last().waitFor();
  await page.locator('.welcome').evaluate((one) => one.remove());
  await page.mouse.move(0, 0);
  await page.locator('#words').blur();
  await page.screenshot({ path: join(FOLDER, 'conversation.png') });
});

test('the leaderboard is the one that the program draws', async () => {
  await page.fill('#words', '排行');
  await page.press('#words', 'Escape');
  await page.click('#send');
  const image = page.locator('.shot img').last();
  await image.waitFor();
  const answer = await page.request.get(new URL((await image.getAttribute('src')) ?? '', url).href);
  const png = await answer.body();
  expect(png.length).toBeLessThan(300_000);
  await writeFile(join(FOLDER, 'leaderboard.png'), png);
});
