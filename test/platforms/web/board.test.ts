import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertRecord } from '../../../src/db/change.ts';
import { date } from '../../../src/domain/calendar/date.ts';
import { storeFile } from '../../../src/services/file.service.ts';
import { type WebHost, webHost } from '../../support/web-host.ts';

let site: WebHost;
beforeAll(async () => {
  site = await webHost();
});
afterAll(() => site.close());

const report = (period: string) => ({
  ...{ kind: 'monthly', period, scheme_id: null, cut_off: new Date(), inputs: '{}', model: '{}', hash: period },
  ...{ published_at: new Date(), corrects_id: null, correction: null },
});

test('the board lists published leaderboards, the newest first, with pictures that can be fetched', async () => {
  await site.inOrg(async (tx) => {
    await insertRecord(tx, 'reports', report('2026-04'));
    const { id } = await insertRecord(tx, 'reports', report('2026-05'));
    const file = await storeFile(tx, { name: '排行.png', mime: 'image/png', bytes: new Uint8Array([1, 2, 3]) });
    const row = { report_id: id, name: '排行.png', file_id: file.id, alt: '城关镇第一' };
    await tx.sql.insertInto('report_files').values(row).execute();
  });
  const { boards } = (await (await fetch(`${site.url}/board/list`)).json()) as {
    boards: { period: string; files: { fileId: string; alt: string }[] }[];
  };
  expect(boards.map((board) => board.period)).toEqual(['2026-05', '2026-04']);
  expect(boards[0]?.files).toMatchObject([{ alt: '城关镇第一' }]);
  const picture = await fetch(`${site.url}/files/${boards[0]?.files[0]?.fileId}`);
  expect(picture.headers.get('content-type')).toBe('image/png');
  expect(picture.headers.get('content-security-policy')).toContain('sandbox');
  expect(new Uint8Array(await picture.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
});

test('earlier months of which something is known stand on the list and are drawn, published or not', async () => {
  site.at(new Date('2026-06-15T10:00:00+08:00'));
  await site.inOrg(async (tx) => {
    const { id } = await insertRecord(
      tx,
      'projects',
      {
        name: '光伏项目',
        stage: '在谈',
        stage_on: date('2026-03-01'),
        last_progress_on: date('2026-03-01'),
        first_reported_at: new Date('2026-03-01'),
        protected_from: new Date('2026-03-01'),
      } as never,
      'X',
    );
    const on = date('2026-03-10');
    const day = {
      occurred_on: on,
      booked_on: on,
      reported_at: new Date(on),
      verified_at: new Date(on),
      reported_by: 1,
    };
    const row = { project_id: id, kind: 'funds', amount: '5', state: 'verified', ...day };
    await insertRecord(tx, 'entries', row as never, 'L');
  });
  const { open } = (await (await fetch(`${site.url}/board/list`)).json()) as { open: string[] };
  expect(open).toEqual(['2026-03']);
  const picture = await fetch(`${site.url}/board/now.png?period=2026-03`);
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
  site.at(null);
});

test('a file of another org is “no such”', async () => {
  const bytes = new Uint8Array([1]);
  const foreign = await site.inOrg((tx) => storeFile(tx, { name: 'a', mime: 'image/png', bytes }), site.otherOrgId);
  expect((await fetch(`${site.url}/files/${foreign.id}`)).status).toBe(404);
});

test('this month so far is drawn for who may look', async () => {
  const response = await fetch(`${site.url}/board/now.png`);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(
    Buffer.from(await response.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

test('a county with many units takes several pictures, and every one can be had', async () => {
  await site.inOrg(async (tx) => {
    for (let at = 1; at <= 40; at += 1)
      await insertRecord(tx, 'units', { name: `第${at}乡`, kind: '乡镇街道', ranking_group: '乡镇组', sort_order: at });
  });
  const { pages } = (await (await fetch(`${site.url}/board/now`)).json()) as { pages: number };
  expect(pages).toBeGreaterThanOrEqual(3);
  const seen = await Promise.all(
    Array.from({ length: pages }, async (_, at) => {
      const response = await fetch(`${site.url}/board/now.png?page=${at + 1}`);
      expect(response.headers.get('content-type')).toBe('image/png');
      return Buffer.from(await response.arrayBuffer()).toString('base64');
    }),
  );
  expect(new Set(seen).size).toBe(pages);
  expect((await fetch(`${site.url}/board/now.png?page=${pages + 1}`)).status).toBe(404);
  expect((await fetch(`${site.url}/board/now.png?page=x`)).status).toBe(404);
});
