import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launch } from '../../support/chromium.ts';
import { leadBook } from '../../support/lead-book.ts';
import { type WebHost, webHost } from '../../support/web-host.ts';

const chromium = findChromium();
let site: WebHost;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = await webHost({ book: leadBook });
  if (chromium) browser = await launch(chromium);
});
afterAll(async () => {
  await browser?.close();
  await site.close();
});

/** A chat on a phone with a card, a table, a list and every kind of small button in sight. */
async function onPhone(colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
  await page?.close();
  page = await browser.newPage({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, colorScheme });
  await page.goto(site.url);
  await page.locator('.chat').first().click();
  for (const [words, answer] of [
    ['录入 甲公司投资一亿', '请核对'],
    ['排行', '6月排行'],
  ] as const) {
    await page.fill('#words', words);
    await page.click('#send');
    await page.locator('.card', { hasText: answer }).last().waitFor();
  }
}

/** Everything in sight that is tapped, with its words and its size in points. */
const tapped = () =>
  page.locator('button:visible, a:visible:not(.skip), textarea:visible, label.clip:visible').evaluateAll((all) =>
    all.map((one) => {
      const { width, height } = one.getBoundingClientRect();
      return { name: one.getAttribute('aria-label') ?? one.textContent?.trim() ?? '', width, height };
    }),
  );

const CONTRAST = readFileSync(new URL('../../support/contrast.js', import.meta.url), 'utf8');

/** The words that stand out least from what lies behind them. */
const faintest = (): Promise<{ readonly words: string; readonly ratio: number }> =>
  page.evaluate(`(${scriptOf(CONTRAST)})()`);
const scriptOf = (file: string) => file.replace(/^\/\/.*\n/, '').replace(/;\s*$/, '');

describe.runIf(chromium)('how the chat page looks and is touched', () => {
  test('on a phone everything that is tapped is at least 44 points high and has a name', async () => {
    await onPhone();
    const inChat = await tapped();
    await page.click('#back');
    const inList = await tapped();
    expect(inChat.length).toBeGreaterThan(8);
    expect([...inChat, ...inList].filter(({ height, width, name }) => height < 44 || width < 40 || !name)).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('in %s all words stand out from their ground by 4.5 to 1', async (scheme) => {
    await onPhone(scheme);
    const inChat = await faintest();
    await page.click('#back');
    const inList = await faintest();
    expect([inChat, inList].filter(({ ratio }) => ratio < 4.5)).toEqual([]);
  });

  test('a figure and its unit stay on one line', async () => {
    await onPhone();
    const said = 'X113 投资约 3.6亿元，用地80亩，11月21日 16:34 到位 5000万元、33.4 个百分点';
    const whole = await page.evaluate<string[]>(`import('/assets/keep.js').then(({ keepFigures }) =>
      keepFigures(${JSON.stringify(said)}).filter((node) => node.textContent).map((node) => node.textContent))`);
    expect(whole).toEqual(['约 3.6亿元', '80亩', '11月21日 16:34', '5000万元', '33.4 个百分点']);
  });

  test('the light of a deadline is a dot beside its word, on machines without such letters too', async () => {
    await onPhone();
    const drawn = await page.evaluate<string>(`import('/assets/keep.js').then(({ keepFigures }) =>
      keepFigures('W1 道路未通 🔴逾期').map((node) => node.dataset?.light ?? node).join('|'))`);
    expect(drawn).toBe('W1 道路未通 |red|逾期');
  });

  test('the input grows with what is written, and not past a third of the page', async () => {
    await onPhone();
    const high = () => page.locator('#words').evaluate((box) => box.getBoundingClientRect().height);
    expect(await high()).toBe(44);
    await page.fill('#words', '一句很长的话，写到第二行还没有写完，再写一点');
    expect(await high()).toBeGreaterThan(60);
    await page.fill('#words', '很长'.repeat(400));
    expect(await high()).toBeLessThan(281);
  });

  test('Esc closes what is open on a phone and stays in the chat', async () => {
    await onPhone();
    await page.locator('.card', { hasText: '请核对' }).last().getByRole('button', { name: '放弃' }).click();
    await page.waitForSelector('#ask[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('#ask[open]', { state: 'hidden' });
    expect(await page.locator('.room').isVisible()).toBe(true);
  });

  test('quote and file are taken away one by one', async () => {
    await onPhone();
    await page.locator('.reply-to').last().click();
    await page.setInputFiles('#file', { name: '花名册.xlsx', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await page.locator('.chip', { hasText: '花名册' }).waitFor();
    await page.getByRole('button', { name: '取消引用' }).click();
    expect(await page.locator('.chip').allInnerTexts()).toHaveLength(1);
    expect(await page.innerText('.chip')).toContain('花名册.xlsx');
  });

  test('a lost connection is said in the chat too', async () => {
    await onPhone();
    await page.route('**/chat/events*', (route) => route.abort());
    await page.reload();
    await page.locator('.chat').first().click();
    await page.locator('#link', { hasText: '正在重新连接' }).waitFor();
  });
});
