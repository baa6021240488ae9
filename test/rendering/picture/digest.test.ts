import { describe, expect, it } from 'vitest';
import { type Amount, decimal } from '../../../src/domain/money/decimal.ts';
import { digestSvg, drawDigest } from '../../../src/rendering/picture/digest.ts';
import { headlines } from '../../../src/rendering/report/digest-reply.ts';
import { aDigest } from '../../support/digest.ts';
import { overlaps } from '../../support/overlaps.ts';
import { readPng } from '../../support/png.ts';

const zero = decimal<Amount>('0');
const none = { now: decimal('0'), before: decimal('0') };
const quiet = aDigest({
  funds: { now: zero, before: zero },
  signedCount: none,
  signedAmount: { now: zero, before: zero },
  leads: none,
  outings: none,
  receptions: none,
  weeks: aDigest().weeks.map((week) => ({ ...week, funds: zero })),
  funnel: aDigest().funnel.map((step) => ({ ...step, count: 0, amount: null, added: 0 })),
  movers: [],
});
const texts = (model = aDigest()) =>
  [...digestSvg(model).matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');

describe('the picture of the digest', () => {
  it.each([
    ['a usual week', aDigest()],
    ['a week of nothing', quiet],
  ])('is drawn for %s', async (_, model) => {
    const { png, width, height, alt } = await drawDigest(model);
    expect(readPng(png)).toMatchObject({ width, height });
    expect([width, png.length < 300_000, png.length > 20_000]).toEqual([1500, true, true]);
    expect(alt).toBe(`云岭县招商周报第41周：${headlines(model)}`);
  });

  it('nothing runs into anything, and a leap from next to nothing has no percentage', () => {
    const large = aDigest({
      funds: { now: decimal<Amount>('-12345678'), before: decimal<Amount>('222') },
      weeks: aDigest().weeks.map((week, at) => ({
        ...week,
        funds: decimal<Amount>(at % 3 === 0 ? '-5000' : String(1_234_567 + at * 99_999)),
        note: at > 8 ? '国庆节' : null,
      })),
    });
    expect(overlaps(digestSvg(aDigest()))).toEqual([]);
    expect(overlaps(digestSvg(large))).toEqual([]);
    expect(texts(large)).toContain('虚线为均值 122.14；第39、40、41周含国庆节');
    expect(texts(large).filter((text) => text.includes('%') && /[升降]/.test(text))).toEqual([]);
  });

  it('has the figures of its words', () => {
    const shown = texts();
    for (const text of [
      '3.26',
      '签约额 6.8亿元',
      '外出 5 批 · 接待 3 批',
      '上周 2.76亿元',
      '升 18.1%',
      '多 1 个',
      '少 3 条',
    ])
      expect(shown).toContain(text);
    expect(headlines(aDigest())).toBe(
      '到位资金 3.26亿元，环比增长 18.1%；新签约 4 个、6.8亿元，比上周多 1 个；新增线索 11 条，比上周少 3 条；外出 5 批、接待 3 批；任务办结 9 项、超期 2 项。',
    );
  });

  it('draws each week’s bar with its figure, names odd weeks, and the mean', () => {
    const shown = texts();
    for (const week of aDigest().weeks) expect(shown).toContain(week.label);
    expect(shown).toContain('虚线为均值 2.10；第40周含国庆节');
    expect(shown).toContain('3.20');
  });

  it('draws the funnel with rates from stage to stage', () => {
    const shown = texts();
    expect(shown.filter((text) => text.startsWith('转化'))).toEqual([
      '转化 50%',
      '转化 50%',
      '转化 67%',
      '转化 63%',
      '转化 36%',
    ]);
    expect(texts(quiet).some((text) => text.startsWith('转化'))).toBe(false);
  });

  it('tells rises from falls by a word, and leaves the movers out where nobody moved', () => {
    expect(texts()).toEqual(expect.arrayContaining(['第2位', '上期第5位', '乡镇组 · 新签约 2 个、3.2亿元']));
    expect(texts(quiet)).not.toContain('位次变化最大');
    expect(texts(quiet).join()).not.toMatch(/NaN|Infinity|undefined/);
  });
});
