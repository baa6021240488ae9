import { describe, expect, it } from 'vitest';
import { decimal } from '../../../src/domain/money/decimal.ts';
import type { Compared, LeaderboardModel } from '../../../src/domain/report/model.ts';
import { money } from '../../../src/rendering/format.ts';
import { basisText, cutOffText, grown, lateText, yearOnYear } from '../../../src/rendering/report/year-on-year.ts';

const compared = (now: string, base: string | null, reported?: string | null): Compared<never> =>
  ({
    now: decimal(now),
    base: base === null ? null : decimal(base),
    ...(reported === undefined ? {} : { reported: reported === null ? null : decimal(reported) }),
  }) as Compared<never>;

const totals = (funds: Compared<never>): LeaderboardModel['totals'] => ({
  funds,
  fundsTarget: null,
  signedCount: compared('6', '4', '3'),
  signedAmount: compared('5', '-10', '0'),
  startedCount: compared('1', null, null),
  fdi: compared('0', '100', '100'),
  fdiTarget: null,
});

describe('同比', () => {
  it.each([
    ['150', '120', '100', '同比增长 50.0%', '同比按上年同期原报数；按现口径（含补报、更正）到位资金同比增长 25.0%'],
    ['150', '100', '100', '同比增长 50.0%', '同比按上年同期原报数'],
    ['150', '120', null, '同比增长 25.0%', '同比按上年同期现口径数（含补报、更正）'],
    ['150', null, null, '上年同期无数据', ''],
    ['150', '120', undefined, '同比增长 25.0%', ''],
    [
      '150',
      '-20',
      '0',
      '上年同期为0',
      '同比按上年同期原报数；按现口径（含补报、更正）到位资金上年同期为 -20，本期为 150',
    ],
  ])('%s against %s as known and %s as published: %s', (now, base, reported, words, basis) => {
    expect(grown(compared(now, base, reported))).toBe(words);
    expect(basisText(totals(compared(now, base, reported)))).toBe(basis);
  });

  it('a base below zero has no rate: both figures in their unit', () => {
    expect(grown(compared('50000', '-20000', '-20000'), money)).toBe('上年同期为 -2亿元，本期为 5亿元');
  });

  it('stands on both bases for each total; what is not known is a dash', () => {
    const lines = yearOnYear(totals(compared('15000', '12000', '10000'))).map((line) => Object.values(line).join(' '));
    expect(lines).toEqual([
      '到位资金 1.5亿元 1亿元 同比增长 50.0% 1.2亿元 同比增长 25.0%',
      '新签约项目 6 个 3 个 同比增长 100.0% 4 个 同比增长 50.0%',
      '签约金额 5万元 0万元 上年同期为0 -10万元 上年同期为 -10万元，本期为 5万元',
      '新开工项目 1 个 — — — —',
      '实际使用外资 0万美元 100万美元 同比下降 100.0% 100万美元 同比下降 100.0%',
    ]);
  });
});

it.each([
  [true, '6月30日 17:00，为快报数'],
  [false, '6月30日 17:00，为终报数'],
  [undefined, '6月30日 17:00'],
])('provisional %s: %s', (provisional, words) => {
  const head = { cutOffLabel: '6月30日 17:00', ...(provisional === undefined ? {} : { provisional }) };
  expect(cutOffText(head as LeaderboardModel)).toBe(words);
});

it('names what of the month is 补报', () => {
  const late = { signedCount: decimal('1'), startedCount: decimal('0'), funds: decimal('500'), fdi: decimal('0') };
  expect(lateText({ late } as unknown as LeaderboardModel)).toBe('本月含补报：到位资金 500万元、新签约 1 个');
  expect(lateText({} as LeaderboardModel)).toBe('');
});
