import { describe, expect, it } from 'vitest';
import type { BoardModel } from '../../../src/domain/report/model.ts';
import { pagesOf } from '../../../src/rendering/picture/pages.ts';
import { drawSingleBoard, singleBoardSvg } from '../../../src/rendering/picture/single-board.ts';
import { aBoard } from '../../support/board.ts';
import { overlaps } from '../../support/overlaps.ts';
import { readPng } from '../../support/png.ts';

/** A board of its own with the places of the invented county. */
function single(units = 18, changes: Partial<BoardModel> = {}): BoardModel {
  const { totals: _, pace: __, blanks: ___, provisional: ____, groups, ...head } = aBoard(units);
  return {
    ...head,
    kind: 'board',
    title: '招大引强榜',
    columns: ['得分', '亿元以上签约（个）', '签约额（亿元）', '开工率', '不画的'],
    groups: groups.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => ({
        ...{ unitId: row.unitId, unit: row.unit, group: row.group, rank: row.rank },
        cells: [row.score, row.signedCount, '11.11', '66.7%', '9'],
        flags: row.flag === 'red' ? ['红旗'] : row.flag === 'yellow' ? ['黄旗'] : [],
      })),
    })),
    ...changes,
  };
}
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');

describe('the picture of a board of its own', () => {
  it('is drawn, light enough for a phone, with its first three in words', async () => {
    const [drawn, ...more] = await drawSingleBoard(single(6));
    expect(more).toEqual([]);
    expect(readPng(drawn?.png ?? new Uint8Array())).toMatchObject({ width: 1500, height: drawn?.height });
    expect(drawn?.png.length).toBeLessThan(300_000);
    expect(drawn?.alt).toContain('乡镇组：第1城关镇得分');
  });

  it('shows units with four figures each, the unit of a column beneath its name', () => {
    const shown = texts(singleBoardSvg(single()));
    for (const word of ['城关镇', '11.11', '66.7%', '亿元以上签约', '个', '红旗', '黄旗'])
      expect(shown).toContain(word);
    expect(shown).not.toContain('不画的');
    const won = single(6).groups.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) => ({ ...row, flags: ['优胜'] })),
    }));
    expect(texts(singleBoardSvg(single(6, { groups: won })))).toContain('优胜');
  });

  it('is several pictures for many units, each of a stretch', () => {
    const pages = pagesOf(single(60)).map((page) => texts(singleBoardSvg(single(60), page)));
    expect(pages).toHaveLength(4);
    expect(pages[1]).toContain('60 家单位，组内排名（第16—30行）');
  });

  it.each<[string, Partial<BoardModel>]>([
    ['usual figures', {}],
    [
      'one column and one group without a name',
      { columns: ['得分'], groups: [{ name: '', rows: single(6).groups[0]?.rows ?? [] }] },
    ],
    [
      'long names and large figures',
      {
        columns: ['本年累计招商引资到位资金完成率', '亿元以上签约（个）', '签约额（亿元）', '开工率'],
        groups: single().groups.map(({ name, rows }) => ({
          name,
          rows: rows.map((row) => ({
            ...row,
            unit: `${row.unit}高新技术产业开发区管理委员会`,
            cells: ['-1234567.89', '12345.5', '1234567.89', '12345.6%'],
          })),
        })),
      },
    ],
  ])('nothing runs into anything: %s', (_, changes) => {
    expect(overlaps(singleBoardSvg(single(18, changes)))).toEqual([]);
  });

  it('has no bars where the first column is words', () => {
    const bars = (cell: string) => {
      const groups = single(6).groups.map(({ name, rows }) => ({
        name,
        rows: rows.map((row) => ({ ...row, cells: [cell] })),
      }));
      return singleBoardSvg(single(6, { groups })).match(/width="200"/g)?.length ?? 0;
    };
    expect([bars('12.5'), bars('3亿元')]).toEqual([12, 0]);
  });
});
