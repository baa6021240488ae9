import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findChromium, launch } from '../../support/chromium.ts';
import { leadBook } from '../../support/lead-book.ts';
import { type WebHost, webHost } from '../../support/web-host.ts';

const chromium = findChromium();
let site: WebHost;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  site = await webHost({ book: leadBook });
  if (chromium) browser = await launch(chromium);
});
afterAll(async () => {
  await browser?.close();
  await site.close();
});
afterEach(async () => {
  await page?.close();
  expect(complaints.splice(0)).toEqual([]);
});

/** Opens the page; anything it complains about (errors, a script or style against the policy) fails the test. */
async function open(width = 1280, height = 860): Promise<void> {
  const phone = width < 720;
  page = await browser.newPage({ viewport: { width, height }, isMobile: phone, hasTouch: phone });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(site.url);
  await page.waitForSelector('.chat');
}

const say = async (text: string) => {
  await page.fill('#words', text);
  await page.press('#words', 'Escape');
  await page.press('#words', 'Enter');
};
const cardWith = (text: string) => page.locator('.card', { hasText: text });
const post = (title: string, chat = 'main') =>
  site.platform.send({
    ...{ id: randomUUID(), orgId: site.orgId, workspace: 'web', late: false },
    chat: { externalId: chat, kind: 'group' },
    reply: { title },
  });

describe.runIf(chromium)('the chat page in a real browser', () => {
  test('a newcomer records a lead with one tap, presses 确认 and sees what came of it', async () => {
    await open();
    await page.locator('.example').first().click();
    const card = cardWith('请核对');
    await card.waitFor();
    expect(await card.locator('dl').innerText()).toContain('12亿元');
    await card.getByRole('button', { name: '确认' }).click();
    await cardWith('已录入 X113').last().waitFor();
    expect(await card.locator('.outcome').innerText()).toBe('确认：已录入 X113 华辰光伏组件项目');
    expect(await card.getByRole('button', { name: '放弃' }).isDisabled()).toBe(true);
    await page.reload();
    await page.locator('.outcome').waitFor();
    expect(await page.locator('.outcome').innerText()).toContain('已录入 X113');
  });

  test('a scheduled post arrives by itself, and in another chat is counted as unread', async () => {
    await open();
    await post('招商周报 第24周');
    await cardWith('招商周报 第24周').waitFor({ timeout: 4_000 });
    await post('城关镇提醒', 'cheng');
    const row = page.locator('.chat', { hasText: '城关镇招商专班' });
    await row.locator('.badge').waitFor({ timeout: 4_000 });
    expect(await row.locator('.badge').innerText()).toBe('1');
    await row.click();
    await cardWith('城关镇提醒').waitFor();
    expect(await row.locator('.badge').count()).toBe(0);
  });

  test('a button that asks first does nothing when the answer is no', async () => {
    await open();
    await say('录入 甲公司投资一亿');
    const card = cardWith('甲公司投资一亿').last();
    await card.getByRole('button', { name: '放弃' }).click();
    await page.keyboard.press('Escape');
    await page.waitForSelector('#ask[open]', { state: 'hidden' });
    expect(await card.locator('.outcome').count()).toBe(0);
    await card.getByRole('button', { name: '放弃' }).click();
    await page.locator('#ask').getByRole('button', { name: '放弃' }).click();
    await card.locator('.outcome').waitFor();
    expect(await card.locator('.outcome').innerText()).toContain('已放弃');
  });

  test('the keyboard does it all: complete a command, complete a name, break a line, send', async () => {
    await open();
    await page.locator('#words').focus();
    await page.keyboard.type('lr');
    await page.keyboard.press('Enter');
    expect(await page.inputValue('#words')).toBe('录入 ');
    await page.keyboard.type('乙公司 @李');
    await page.keyboard.press('Tab');
    expect(await page.inputValue('#words')).toBe('录入 乙公司 @李四 ');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('第二行');
    expect(await page.inputValue('#words')).toBe('录入 乙公司 @李四 \n第二行');
    await page.keyboard.press('Enter');
    await page.locator('.mine .bubble', { hasText: '第二行' }).first().waitFor();
    await page.locator('.chat').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.innerText('#room-name')).toBe('城关镇招商专班');
  });

  test('another person is found by name and speaks with their own name and chats', async () => {
    await open();
    await page.click('#persona');
    await page.keyboard.type('王五');
    await page.keyboard.press('Enter');
    await page.locator('#persona', { hasText: '王五' }).waitFor();
    expect(await page.locator('.chat-name').allInnerTexts()).toEqual(['云岭县招商工作群', '清河镇招商专班', '小招']);
    await say('我的');
    await cardWith('王五，今天有 1 件事').waitFor();
  });

  test('hostile text stands as text', async () => {
    await open();
    await say('我的');
    await cardWith('<img src=x').last().waitFor();
    expect(await page.locator('.messages img').count()).toBe(0);
  });

  test('a message is quoted', async () => {
    await open();
    await say('我的');
    const message = page.locator('.message', { has: cardWith('今天有 1 件事') }).last();
    await message.hover();
    await message.getByRole('button', { name: /引用/ }).click();
    expect(await page.innerText('#attached')).toContain('引用 小招');
    await page.fill('#words', '录入');
    await page.click('#send');
    await page.locator('.mine .quote').last().waitFor();
    expect(await page.locator('.mine .quote').last().innerText()).toContain('今天有 1 件事');
  });

  test.each([360, 390, 430])(
    'at %i points list and chat are two screens, and nothing is wider than the screen',
    async (width) => {
      await open(width, 780);
      expect(await page.locator('.room').isVisible()).toBe(false);
      await page.locator('.chat').first().click();
      expect(await page.locator('.side').isVisible()).toBe(false);
      await page.fill('#words', '排行');
      await page.click('#send');
      await cardWith('6月排行').last().waitFor();
      const wide = await page.locator('html').evaluate((root) => root.scrollWidth);
      expect(wide).toBe(width);
      const frame = cardWith('6月排行').last().locator('.table-frame');
      expect(await frame.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
      expect((await frame.boundingBox())?.width).toBeLessThan(width);
      await page.click('#back');
      expect(await page.locator('.side').isVisible()).toBe(true);
    },
  );
});
