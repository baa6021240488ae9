import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { decimal } from '../../../src/domain/money/decimal.ts';
import { readWorkbook } from '../../../src/reading/workbook.ts';
import { dayCell, figure, rate, type Sheet, words, workbook } from '../../../src/rendering/xlsx/sheet.ts';
import { unzip } from '../../support/unzip.ts';

const HOSTILE = ['=HYPERLINK("http://x","y")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '=cmd|" /C calc"!A0'];

const sheet = (rows: Sheet['rows'], changes: Partial<Sheet> = {}): Sheet => ({
  name: '台账',
  title: '云岭县台账',
  subtitle: '单位：万元',
  columns: [
    { head: '单位', width: 12 },
    { head: '金额（万元）', width: 12 },
    { head: '完成率', width: 10 },
    { head: '日期', width: 12 },
  ],
  rows,
  ...changes,
});

const xmlOf = async (one: Sheet) => {
  const parts = await unzip(await workbook([one]));
  return { body: parts.get('xl/worksheets/sheet1.xml') ?? '', styles: parts.get('xl/styles.xml') ?? '', parts };
};
const cell = (xml: string, reference: string) =>
  new RegExp(`<c r="${reference}"[^>]*?(?:/>|>.*?</c>)`).exec(xml)?.[0] ?? '';

describe('a sheet', () => {
  const row = [words('城关镇'), figure(decimal('12345.6789')), rate(0.8333), dayCell(date('2026-06-03'))];

  it('has typed cells: Excel can count with them', async () => {
    const { body, styles } = await xmlOf(sheet([row]));
    expect(cell(body, 'A4')).toContain('t="s"');
    expect(cell(body, 'B4')).toMatch(/<v>12345\.6789<\/v>/);
    expect(cell(body, 'B4')).not.toContain('t="s"');
    expect(cell(body, 'C4')).toContain('<v>0.8333</v>');
    expect(cell(body, 'D4')).toContain('<v>46176</v>');
    for (const format of ['#,##0.00', '0.0%', 'yyyy-mm-dd']) expect(styles).toContain(format);
  });

  it('leaves empty what is not known, and a rate a dash', async () => {
    const { body } = await xmlOf(sheet([[words(null), figure(null), rate(null), dayCell(null)]]));
    expect(cell(body, 'B4')).not.toContain('<v>');
    expect(cell(body, 'D4')).not.toContain('<v>');
    expect(
      (
        await readWorkbook(Buffer.from(await workbook([sheet([[words('甲'), figure(null), rate(null)]])])))
      ).sheets[0]?.rows.at(-1),
    ).toBeDefined();
    expect(cell(body, 'C4')).toContain('t="s"');
  });

  it('keeps head and first columns in place when scrolling', async () => {
    expect((await xmlOf(sheet([row]))).body).toMatch(/<pane xSplit="2" ySplit="3"[^>]*state="frozen"/);
    const columns = [
      { head: '单位', width: 9 },
      { head: '目标', width: 9, over: '到位资金（亿元）' },
      { head: '完成', width: 9, over: '到位资金（亿元）' },
    ];
    const two = (await xmlOf(sheet([], { columns, frozenColumns: 1 }))).body;
    expect(two).toMatch(/<pane xSplit="1" ySplit="4"/);
    expect(two).toMatch(/<mergeCell ref="B3:C3"\/>/);
    expect(two).toMatch(/<mergeCell ref="A3:A4"\/>/);
  });

  it('is printed wide on one page across, heads on each, with its page of how many', async () => {
    const { body, parts } = await xmlOf(sheet([row]));
    expect(body).toMatch(/<pageSetup[^>]*orientation="landscape"/);
    expect(body).toMatch(/fitToWidth="1"/);
    expect(body).toContain('第 &amp;P 页，共 &amp;N 页');
    expect(parts.get('xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles[^>]*>[^<]*\$1:\$3</);
  });

  it('sets the line under the title left, middle and right, and a row as high as its words', async () => {
    const long = words('很长的一段进展'.repeat(6));
    const subtitle = '填报单位：投促中心　　截止时间：10月30日　　单位：亿元';
    const { body } = await xmlOf(sheet([row, [long]], { subtitle, signatures: ['审核人', '填报人'] }));
    expect(body).toMatch(/<c r="A2"[^>]*>.*<c r="B2"[^>]*>.*<c r="D2"/);
    const heights = [...body.matchAll(/<row r="(\d)"[^>]* ht="(\d+)"/g)].map(([, at, ht]) => [at, Number(ht)]);
    expect(heights.find(([at]) => at === '4')?.[1]).toBe(21);
    expect(Number(heights.find(([at]) => at === '5')?.[1])).toBeGreaterThan(100);
    expect(cell(body, 'A6')).toContain('t="s"');
  });

  it.each(HOSTILE)('keeps “%s” as harmless text', async (text) => {
    const { body, parts } = await xmlOf(sheet([[words(text)]], { title: text, note: text }));
    expect(body).not.toContain('<f');
    expect(cell(body, 'A4')).toContain('t="s"');
    expect([...parts.keys()].filter((name) => /external|hyperlink|connection/i.test(name))).toEqual([]);
    const read = await readWorkbook(Buffer.from(await workbook([sheet([[words(text)]])])));
    const cells = read.sheets[0]?.rows.flatMap((row) => [...row.cells.values()]) ?? [];
    expect(JSON.stringify(cells)).toContain(JSON.stringify(text.trim()).slice(1, -1));
  });

  it('has a name that Excel takes', async () => {
    const { parts } = await xmlOf(sheet([], { name: '很'.repeat(40) }));
    expect(/<sheet name="([^"]*)"/.exec(parts.get('xl/workbook.xml') ?? '')?.[1]).toHaveLength(31);
  });
});
