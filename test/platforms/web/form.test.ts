import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertRecord } from '../../../src/db/change.ts';
import { findChromium, launch } from '../../support/chromium.ts';
import { type WebHost, webHost } from '../../support/web-host.ts';

const chromium = findChromium();
let site: WebHost;
let browser: Browser;

beforeAll(async () => {
  site = await webHost();
  await site.inOrg(async (tx) => {
    const unit = await tx.sql.selectFrom('units').select('id').where('name', '=', '城关镇').executeTakeFirstOrThrow();
    const day = '2026-06-01' as never;
    const dates = { first_reported_at: new Date(), protected_from: new Date(), last_progress_on: day };
    const project = { name: '冀南铸件项目', unit_id: unit.id, stage: '签约', stage_on: day, ...dates };
    await insertRecord(tx, 'projects', project, 'X');
  });
  if (chromium) browser = await launch(chromium);
});
afterAll(async () => {
  await browser?.close();
  await site.close();
});

const entries = () => site.inOrg(async (tx) => (await tx.sql.selectFrom('entries').selectAll().execute()).length);

async function opened(page: Page, words: string): Promise<void> {
  await page.goto(site.url);
  await page.locator('.chat').first().click();
  await page.fill('#words', words);
  await page.click('#send');
  await page.locator('.card', { hasText: '还缺' }).last().getByRole('button', { name: '填表' }).click();
  await page.locator('#form[open]').waitFor();
}

test.runIf(chromium)(
  'a command that lacks something has a form: lists while typing, faults at their fields, done once',
  async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
    await opened(page, '到位');
    await page.locator('#field-project').click();
    await page.locator('#field-project').pressSequentially('铸件');
    await page.locator('#field-project-list option[value="X1"]').waitFor({ state: 'attached' });
    await page.fill('#field-project', 'X1');
    await page.fill('#field-amount', '-5000万');
    await page.getByRole('button', { name: '提交' }).click();
    await page.locator('#field-amount-about', { hasText: '负数' }).waitFor();
    expect(await page.locator('#field-amount').getAttribute('aria-invalid')).toBe('true');
    expect(await entries()).toBe(0);
    await page.fill('#field-amount', '5000万');
    expect(await page.locator('#field-amount').getAttribute('aria-invalid')).toBe('false');
    await page.fill('#field-on', '2026-06-08');
    await page.getByRole('button', { name: '提交' }).click();
    await page.locator('#form').waitFor({ state: 'hidden' });
    await page.locator('.card', { hasText: '5000万元' }).last().waitFor();
    expect(await entries()).toBe(1);
    await page.close();
  },
);

test.runIf(chromium)(
  'what stands on the line stands in the form; 取消 and Esc leave everything as it was',
  async () => {
    const page = await browser.newPage({ viewport: { width: 1180, height: 820 }, colorScheme: 'dark' });
    await opened(page, '到位 X1 6月5日');
    expect(await page.inputValue('#field-project')).toBe('X1');
    expect(await page.innerText('#field-project-about')).toBe('X1 冀南铸件项目');
    const before = await entries();
    await page.getByRole('button', { name: '取消' }).click();
    await page.locator('#form').waitFor({ state: 'hidden' });
    await page.locator('.card', { hasText: '还缺' }).last().getByRole('button', { name: '填表' }).click();
    await page.locator('#form[open]').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('#form').waitFor({ state: 'hidden' });
    expect(await entries()).toBe(before);
    await page.close();
  },
);

test.each(['open', 'choices', 'fill'])('a foreign page gets nothing of /chat/form/%s', async (what) => {
  const more = { choices: { field: 'project', words: '' }, fill: { fields: {}, label: '填表' } }[what] ?? {};
  const key = what === 'choices' ? {} : { key: 'foreign-page-1' };
  const { status } = await site.post(`/chat/form/${what}`, { chat: '1', press: 'x', ...key, ...more });
  expect(status).toBe(403);
});
