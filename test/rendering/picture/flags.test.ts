import { describe, expect, it } from 'vitest';
import type { FlagsModel } from '../../../src/domain/report/model.ts';
import { drawFlags, flagsSvg } from '../../../src/rendering/picture/flags.ts';
import { aBoard } from '../../support/board.ts';
import { overlaps } from '../../support/overlaps.ts';
import { readPng } from '../../support/png.ts';

const why = '签约额 12.6亿元、组内第 1；到位资金 9.35亿元、完成年度任务 104.6%，快于序时 21.3 个百分点；开工 7 个';

/** Flags of the invented county: the first three and the last two of each group. */
function flags(name = (unit: string) => unit): FlagsModel {
  const { totals: _, pace: __, blanks: ___, provisional: ____, groups, ...head } = aBoard();
  return {
    ...head,
    kind: 'flags',
    title: '2026年三季度红黄旗',
    periodLabel: '2026年三季度',
    groups: groups.map((group) => {
      const all = group.rows.map((row) => ({ unit: name(row.unit), rank: row.rank ?? 0, score: row.score, why }));
      return { name: group.name, size: all.length, red: all.slice(0, 3), yellow: all.slice(-2) };
    }),
  };
}
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');

describe('the picture of the flags', () => {
  it('is drawn, light enough for a phone, with every flag in words', async () => {
    const { png, width, height, alt } = await drawFlags(flags(), { yellowOn: null });
    expect(readPng(png)).toMatchObject({ width, height });
    expect(png.length).toBeLessThan(300_000);
    expect(alt).toContain('部门组：红旗 经开区管委会、工信局、商务局，黄旗 农业农村局、住建局');
  });

  it('says the reason of each flag whole', () => {
    expect(texts(flagsSvg(flags(), { yellowOn: null })).join('')).toContain(why);
  });

  it('names no yellow flag while it is being checked, in the drawing or in words', async () => {
    const shown = { yellowOn: '10月10日' };
    const said = texts(flagsSvg(flags(), shown));
    expect(said).not.toContain('住建局');
    expect(said).toContain('黄旗 2 家，正在和有关单位核对，10月10日公布。');
    expect((await drawFlags(flags(), shown)).alt).not.toContain('住建局');
  });

  it('says so where a group has none', () => {
    const none = { ...flags(), groups: [{ name: '园区组', size: 4, red: [], yellow: [] }] };
    expect(texts(flagsSvg(none, { yellowOn: null }))).toContain('本组没有单位列入红旗、黄旗。');
  });

  it('nothing runs into anything, long names or not', () => {
    expect(overlaps(flagsSvg(flags(), { yellowOn: null }))).toEqual([]);
    expect(
      overlaps(
        flagsSvg(
          flags((unit) => `${unit}高新技术产业开发区管理委员会`),
          { yellowOn: null },
        ),
      ),
    ).toEqual([]);
  });
});
