import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { say, text } from '../../../src/rendering/reply.ts';
import { notifyChat } from '../../../src/services/notice.service.ts';
import { makeLoginLink } from '../../../src/services/session.service.ts';
import { findChromium, launch } from '../../support/chromium.ts';
import { type WebHost, webHost } from '../../support/web-host.ts';
import { workbookOf } from '../../support/workbook.ts';

const chromium = findChromium();
let site: WebHost;
let browser: Browser;

beforeAll(async () => {
  site = await webHost();
  if (chromium) browser = await launch(chromium);
});
afterAll(async () => {
  await browser?.close();
  await site.close();
});

test.runIf(chromium)('a one-time link is opened and used in the browser, and left again', async () => {
  const page = await browser.newPage();
  const path = await site.inOrg((tx) => makeLoginLink(tx, site.otherPersonId, new Date()), site.otherOrgId);
  await page.goto(`${site.url}${path}`);
  await page.getByRole('button', { name: '登录' }).click();
  await page.locator('#org', { hasText: '临水区' }).waitFor();
  expect(await page.locator('#persona').isDisabled()).toBe(true);
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.locator('#org', { hasText: '云岭县' }).waitFor();
  await page.close();
});

test.runIf(chromium)(
  'a lead is recorded in the browser: one tap, 确认, its card, and a row in the database',
  async () => {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.locator('.example', { hasText: '录入' }).click();
    await page.locator('.card').getByRole('button', { name: '确认' }).first().click();
    await page.locator('.card[data-tone="ok"]', { hasText: '已录入 X' }).waitFor();
    expect(await page.locator('.outcome').innerText()).toMatch(/已录入 X\d+/);
    const rows = await site.inOrg((tx) =>
      tx.sql.selectFrom('projects').select(['investor', 'investment_wan']).execute(),
    );
    expect(rows).toHaveLength(1);
    expect(Number(rows[0]?.investment_wan)).toBe(120_000);
  },
);

test.runIf(chromium)(
  'a digest that the worker delivers arrives in the open page by itself, with buttons that work',
  async () => {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.locator('.chat').first().waitFor();
    const reply = { title: '招商周报 第24周', parts: [text('新签约 3 个')], buttons: [say('看我的', '我的')] };
    const now = new Date();
    const chat = site.chats.云岭县招商工作群 ?? 0;
    await site.inOrg((tx) => notifyChat(tx, chat, { class: 'post', dedupeKey: 'weekly:2026-24', reply, now }));
    await site.deliver();
    await site.deliver();
    const card = page.locator('.card', { hasText: '招商周报 第24周' });
    await card.waitFor({ timeout: 4_000 });
    expect(await card.count()).toBe(1);
    await card.getByRole('button', { name: '看我的' }).click();
    await card.locator('.outcome').waitFor();
    await page.close();
  },
);

test.runIf(chromium)('a workbook is uploaded, shown first, and imported after 确认', async () => {
  const rows = [
    ['项目名称', '投资方', '责任单位', '总投资（万元）', '阶段', '阶段日期'],
    ['测试项目', '保定测试有限公司', '城关镇', 12_000, '在谈', '2026-06-01'],
  ];
  const page = await browser.newPage();
  await page.goto(site.url);
  await page.locator('.chat').first().waitFor();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.setInputFiles('#file', { name: '台账.xlsx', mimeType, buffer: workbookOf(rows) });
  await page.locator('#attached', { hasText: '台账.xlsx' }).waitFor();
  await page.click('#send');
  const card = page.locator('.card', { hasText: '新增 1' });
  await card.getByRole('button', { name: '确认' }).click();
  await page.locator('.outcome', { hasText: '已导入' }).waitFor();
  const imported = await site.inOrg((tx) => tx.sql.selectFrom('projects').select('name').execute());
  expect(imported.map((project) => project.name)).toContain('测试项目');
  await page.close();
});
