import { describe, expect, it } from 'vitest';
import { render as renderSlack } from '../../src/platforms/slack/render.ts';
import { render as renderWecom } from '../../src/platforms/wecom/render.ts';
import { bulletinDocx } from '../../src/rendering/docx/bulletin.ts';
import { leaderboardSvg } from '../../src/rendering/picture/leaderboard.ts';
import { pagesOf } from '../../src/rendering/picture/pages.ts';
import { singleBoardSvg } from '../../src/rendering/picture/single-board.ts';
import type { Reply } from '../../src/rendering/reply.ts';
import { boardReply, paceReply } from '../../src/rendering/report/board-reply.ts';
import { singleBoardReply } from '../../src/rendering/report/single-board-reply.ts';
import { leaderboardWorkbook } from '../../src/rendering/xlsx/leaderboard.ts';
import { singleBoardWorkbook } from '../../src/rendering/xlsx/single-board.ts';
import { LONG_COLUMNS, LONG_UNITS, longBoard, longLeaderboard, longName } from '../support/long-board.ts';
import { overlaps } from '../support/overlaps.ts';
import { unitNames } from '../support/unit-names.ts';
import { runs, unzip } from '../support/unzip.ts';

const names = Array.from({ length: LONG_UNITS }, (_, at) => longName(at));
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');
const file = { id: 'f', name: '全表.xlsx', mime: 'application/xlsx', size: 1, alt: null };
const sealed = (reply: Reply) => ({ ...reply, buttons: [] }) as never;
const slackText = (reply: Reply): string =>
  renderSlack(sealed(reply), 'https://example.com')
    .messages.map((message) => JSON.stringify(message))
    .join('\n');
const wecomText = (reply: Reply): string =>
  renderWecom(sealed(reply), {
    bytes: 4000,
    tables: true,
    cards: true,
    publicUrl: 'https://example.com',
  } as never).messages.join('\n');

describe('sixty units in chat say how many are not shown, and where they are', () => {
  const long = boardReply(longLeaderboard(), [file]);
  const single = singleBoardReply(longBoard(), [file]);
  it.each<[string, (reply: Reply) => string]>([
    ['Slack', slackText],
    ['WeCom', wecomText],
  ])('%s', (_name, draw) => {
    expect(draw(long)).toContain('另有 52 个单位，见图片和附件');
    expect(draw(single)).toContain('另有 52 个单位、9 列，见附件');
  });

  it('the schedule of all units comes as a table of its own, cut for a phone with the whole beside it', () => {
    const reply = paceReply(longLeaderboard(), 10);
    const drawn = renderSlack(sealed(reply), 'https://example.com');
    expect(JSON.stringify(drawn.messages)).toContain('共 60 行，这里是前 15 行，其余见附件');
    expect(drawn.attachments).toHaveLength(1);
  });
});

describe('sixty units in pictures', () => {
  it.each([
    ['the leaderboard', 132, longLeaderboard(), (page: never) => leaderboardSvg(longLeaderboard(), page)],
    ['a board of its own', 96, longBoard(), (page: never) => singleBoardSvg(longBoard(), page)],
  ] as const)('%s shows every unit once over its pages, in full, nothing over anything', (_name, x, model, draw) => {
    const pages = pagesOf(model as never).map((page) => draw(page as never));
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.flatMap((svg) => unitNames(svg, x)).sort()).toEqual([...names].sort());
    for (const svg of pages) expect(overlaps(svg)).toEqual([]);
  });

  it('columns that do not fit are counted on every page', () => {
    for (const page of pagesOf(longBoard()))
      expect(texts(singleBoardSvg(longBoard(), page))).toContain('共 12 列，图上是前 4 列，其余 8 列见附件表格');
    const few = { ...longBoard(), columns: longBoard().columns.slice(0, 4) };
    expect(texts(singleBoardSvg(few)).join('')).not.toContain('其余');
  });
});

describe('sixty units in files', () => {
  it('the Word bulletin has every unit in both tables, heads repeated on each page', async () => {
    const xml = (await unzip(await bulletinDocx(longLeaderboard()))).get('word/document.xml') ?? '';
    const cells = [...xml.matchAll(/<w:tc>.*?<\/w:tc>/g)].map(([cell]) => runs(cell).join(''));
    for (const name of names)
      expect(
        cells.filter((cell) => cell === name),
        name,
      ).toHaveLength(2);
    expect(xml.match(/<w:tblHeader\/?/g)).toHaveLength(3);
  });

  it('the workbooks have every unit and every column', async () => {
    const single = await singleBoardWorkbook(longBoard());
    for (const bytes of [single, await leaderboardWorkbook(longLeaderboard())]) {
      const strings = runs((await unzip(bytes)).get('xl/sharedStrings.xml') ?? '');
      for (const name of names) expect(strings).toContain(name);
    }
    const parts = await unzip(single);
    const strings = runs(parts.get('xl/sharedStrings.xml') ?? '');
    for (const head of longBoard().columns) expect(strings).toContain(head);
    const rows = [...(parts.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<row [^>]*>(.*?)<\/row>/g)];
    const full = rows.filter(([, row = '']) => (row.match(/<v>/g) ?? []).length >= LONG_COLUMNS + 3);
    expect(full.length).toBeGreaterThanOrEqual(LONG_UNITS);
  });

  it('rows grow with names that wrap', async () => {
    const bytes = await singleBoardWorkbook(longBoard());
    const xml = (await unzip(bytes)).get('xl/worksheets/sheet1.xml') ?? '';
    const heights = [...xml.matchAll(/<row [^>]* ht="([\d.]+)"/g)].map((match) => Number(match[1]));
    const [title, , , ...body] = heights;
    const tall = body.slice(0, LONG_UNITS).filter((height) => height > 21);
    expect(title).toBeGreaterThan(21);
    expect(tall).toHaveLength(names.filter((name) => name.length > 8).length);
  });
});
