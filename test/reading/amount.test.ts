import { describe, expect, it } from 'vitest';
import { readAmounts } from '../../src/reading/amount.ts';

const seen = (text: string) =>
  readAmounts(text).map((span) => `${span.wan}${span.maxWan === undefined ? '' : `..${span.maxWan}`} ${span.currency}`);

describe('amounts of money', () => {
  it.each([
    ['12000万元', '12000 CNY'],
    ['1,200万元', '1200 CNY'],
    ['43,460 万元', '43460 CNY'],
    ['１５亿', '150000 CNY'],
    ['４．３亿', '43000 CNY'],
    ['4 .6亿', '46000 CNY'],
    ['5,243.66万元', '5243.66 CNY'],
    ['十五亿元', '150000 CNY'],
    ['八百五十万元', '850 CNY'],
    ['伍百万元', '500 CNY'],
    ['五千万', '5000 CNY'],
    ['一点五个亿', '15000 CNY'],
    ['50个亿元', '500000 CNY'],
    ['两亿六', '26000 CNY'],
    ['拟投资两亿六建厂', '26000 CNY'],
    ['投资两亿六用地90亩', '26000 CNY'],
    ['果汁饮料两亿二含厂房', '22000 CNY'],
    ['【投资】三亿五【用地】80亩', '35000 CNY'],
    ['一期三亿二期再说', '30000 CNY'],
    ['投资一亿二分两期建设', '12000 CNY'],
    ['1亿5搞预制菜', '15000 CNY'],
    ['大概投三亿二要八十亩', '32000 CNY'],
    ['约3亿4千6百万美元', '34600 USD'],
    ['1千5百万元', '1500 CNY'],
    ['千把万', '1000 CNY'],
    ['一千二百三十万六千美元', '1230.6 USD'],
    ['21亿8,004万5,000美元', '218004.5 USD'],
    ['3万5000元', '3.5 CNY'],
    ['2000万葡币', '2000 MOP'],
    ['3亿5月开工', '30000 CNY'],
    ['投资两亿三家企业', '20000 CNY'],
    ['投资2亿三年内建成', '20000 CNY'],
    ['投资两亿四期工程', '20000 CNY'],
    ['一亿五千万', '15000 CNY'],
    ['3亿5000万', '35000 CNY'],
    ['两千来万', '2000 CNY'],
    ['一个多亿', '10000 CNY'],
    ['半个亿', '5000 CNY'],
    ['超百亿', '1000000 CNY'],
    ['20-25亿', '200000..250000 CNY'],
    ['8到10个亿', '80000..100000 CNY'],
    ['4千到6千万', '4000..6000 CNY'],
    ['300亿~350亿元', '3000000..3500000 CNY'],
    ['两三千万', '2000..3000 CNY'],
    ['3.5亿美元', '35000 USD'],
    ['US$3.5亿', '35000 USD'],
    ['1250万USD', '1250 USD'],
    ['两千万美金', '2000 USD'],
    ['约75亿日元', '750000 JPY'],
    ['1.5亿欧元', '15000 EUR'],
    ['59511 万元', '59511 CNY'],
    ['150000元', '15 CNY'],
    ['新台币15亿元', '150000 TWD'],
    ['港币3.5亿元', '35000 HKD'],
    ['一个半亿 亩数待定', '15000 CNY'],
  ])('%s is %s', (text, expected) => {
    expect(seen(text)).toEqual([expected]);
  });

  it.each([
    '5000',
    '1.2万吨',
    '5个万象城',
    '十万级洁净车间',
    '50万头',
    '9000万平米',
    '1.8万～2万吨',
    '50亿亿次',
    '数亿元',
    '上亿',
    '大几千万',
    '十几亿',
    '一万台套',
  ])('%s is no amount of money', (text) => {
    expect(readAmounts(text)).toEqual([]);
  });

  it.each([
    ['固投 -1亿', 'negative'],
    ['亏了 负3000万', 'negative'],
    ['1.2.3万', 'malformed'],
    ['1,23万', 'malformed'],
    ['123456789012345678901234567890亿', 'tooLarge'],
  ] as const)('%s is marked %s, not guessed', (text, mark) => {
    expect(readAmounts(text)[0]?.[mark]).toBe(true);
  });

  it('does not take the currency of one sum for the next number', () => {
    expect(seen('总投资3亿美元 200亩 用工300')).toEqual(['30000 USD']);
  });

  it('gives several amounts in order, with the places where they stand', () => {
    const text = '总投资3亿元，年产值2亿';
    expect(readAmounts(text).map((span) => text.slice(span.start, span.end))).toEqual(['3亿元', '2亿']);
  });

  it('marks 约, 余, 近, 多 as approximate', () => {
    expect(['约3亿', '3亿余元', '近2亿元', '3亿'].map((text) => readAmounts(text)[0]?.approximate)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
