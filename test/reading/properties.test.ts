import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { exact } from '../../src/domain/money/decimal.ts';
import { readAmounts } from '../../src/reading/amount.ts';
import { cleanText } from '../../src/reading/clean.ts';
import { readLands } from '../../src/reading/land.ts';
import { readMessage } from '../../src/reading/message.ts';
import { readPhones } from '../../src/reading/phone.ts';

const DIGITS = '零一二三四五六七八九';
const options = { today: date('2026-06-10'), calendar: workCalendar() };

/** 1–9999 in Chinese numerals. */
function chinese(value: number): string {
  let text = '';
  let zero = false;
  for (const [unit, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) zero = text !== '';
    else {
      text += (zero ? '零' : '') + DIGITS.charAt(digit) + word;
      zero = false;
    }
  }
  return text;
}

const formal = (text: string): string =>
  text.replace(/[一二三四五六七八九十百千]/g, (character) =>
    '壹贰叁肆伍陆柒捌玖拾佰仟'.charAt('一二三四五六七八九十百千'.indexOf(character)),
  );
const wide = (text: string): string =>
  text.replace(/[\d.,]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

const FORMS: readonly (readonly [name: string, write: (value: number) => string, wan: (value: number) => number])[] = [
  ['万元', (value) => `${value}万元`, (value) => value],
  ['亿', (value) => `${value}亿`, (value) => value * 10_000],
  ['个亿', (value) => `${value}个亿`, (value) => value * 10_000],
  ['thousands', (value) => `${grouped(value)}万元`, (value) => value],
  ['full width', (value) => wide(`${value}.5亿元`), (value) => value * 10_000 + 5_000],
  ['odd blank', (value) => `${value} .5亿`, (value) => value * 10_000 + 5_000],
  ['Chinese', (value) => `${chinese(value)}万元`, (value) => value],
  ['formal Chinese', (value) => `${formal(chinese(value))}亿元`, (value) => value * 10_000],
  ['spoken point', (value) => `${chinese(value)}点五个亿`, (value) => value * 10_000 + 5_000],
  ['spoken tail', (value) => `${chinese(value)}亿六`, (value) => value * 10_000 + 6_000],
  ['亿 and 万', (value) => `3亿${value}万`, (value) => 30_000 + value],
  ['US dollars', (value) => `${value}万美元`, (value) => value],
  ['traditional characters', (value) => `${value}萬元`, (value) => value],
  ['w', (value) => `${value}w`, (value) => value],
  ['e', (value) => `${value}e`, (value) => value * 10_000],
  ['个亿 in Chinese', (value) => `${chinese(value)}个亿`, (value) => value * 10_000],
  ['full-width point', (value) => `${wide(String(value))}．５万元`, (value) => value + 0.5],
  ['百万', (value) => `${value}百万元`, (value) => value * 100],
  ['a currency before the sum', (value) => `港币${value}万元`, (value) => value],
  ['a currency before the sum, with 约', (value) => `欧元约${value}亿`, (value) => value * 10_000],
];

describe('what is written is what is read', () => {
  it.each(FORMS)('any amount written as %s reads back, inside any sentence', (_name, write, wan) => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom('', '总投资', '投资约', '计划投资 '),
        (value, lead) => {
          const found = readAmounts(`${lead}${write(value)}，用地`);
          expect(found.map((span) => exact(span.wan).valueOf())).toEqual([wan(value)]);
        },
      ),
    );
  });

  it('any decimal keeps all its places', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.integer({ min: 1, max: 9999 }), (whole, part) => {
        const text = `${whole}.${String(part).padStart(4, '0')}`;
        expect(
          exact(readAmounts(`${text}万元`)[0]?.wan ?? readAmounts('0万')[0]?.wan ?? expect.fail(text)).equals(text),
        ).toBe(true);
      }),
    );
  });

  it('any currency that is named before a sum is its currency', () => {
    const named = fc.constantFrom(
      ...Object.entries({ 港币: 'HKD', 美元: 'USD', 欧元: 'EUR', 英镑: 'GBP', 新台币: 'TWD', 马币: 'MYR' }),
    );
    fc.assert(
      fc.property(
        named,
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom('万', '万元', '亿元'),
        ([word, code], value, unit) => {
          expect(readAmounts(`总投资${word}${value}${unit}，用地`).map(({ currency }) => currency)).toEqual([code]);
        },
      ),
    );
  });

  it('any mobile number reads back, wherever it is parted', () => {
    const digits = fc
      .tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }))
      .map(([second, rest]) => `1${second}${String(rest).padStart(9, '0')}`);
    fc.assert(
      fc.property(digits, fc.array(fc.constantFrom('', ' ', '-'), { minLength: 11, maxLength: 11 }), (number, gaps) => {
        const text = [...number].map((digit, at) => (at === 0 ? '' : (gaps[at] ?? '')) + digit).join('');
        expect(readPhones(`联系电话${text} 想投`).map((span) => span.digits)).toEqual([number]);
      }),
    );
  });

  it('any area reads back, with its half', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.constantFrom('占地', '用地约', '要'), (value, lead) => {
        expect(readLands(`${lead}${value}亩`).map(({ mu }) => mu)).toEqual([String(value)]);
        expect(readLands(`${lead}${value}亩半`).map(({ mu }) => mu)).toEqual([`${value}.5`]);
        expect(readLands(`${lead}${chinese(value)}亩`).map(({ mu }) => Number(mu))).toEqual([value]);
      }),
    );
  });

  it('any range keeps both ends', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom('-', '~', '至', '到', '－'),
        (low, more, mark) => {
          const [span] = readAmounts(`投资${low}${mark}${low + more}亿元`);
          expect([span?.wan, span?.maxWan]).toEqual([String(low * 10_000), String((low + more) * 10_000)]);
        },
      ),
    );
  });
});

const PIECES =
  '投资 总投资 3亿 5000万元 美元 由 与 和 有限公司 集团 项目 基地 签约 开工 昨天 6月31日 2月30日 周五前 占地 100亩 平方米 产值 税收 联系人 王总 13900001111 德国 台资 @ ， 。 、 （ ） 「 ☎ 一二三 1.2.3万 -1亿 \u0000 \ud800 老乡 介绍 推介会 卡在 请 把 总投資 萬'.split(
    ' ',
  );

describe('any text at all', () => {
  it('is read without a throw', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (raw) => {
        expect(readMessage(raw, options).confidence).toBeGreaterThan(0);
        expect(readMessage(raw, { ...options, asLead: true }).kind).toBe('lead');
      }),
      { numRuns: 400 },
    );
  });

  it('gives no number but those that the text writes', () => {
    const facts = fc.constantFrom(
      ...'总投资3亿元 投资5000万 占地120亩 用地8万平方米 用工300人 年产值2亿 税收600万 注册资本1000万 2.5亿美元 3亿日元 6.5亿→4亿 一点二个亿 港币3亿元 4.5亿写错了 其中市产投出1亿 五年累计税收2亿 十二亩半 同意给3000万 原报8个亿 5月31日 13900001111 100头 3万吨'.split(
        ' ',
      ),
    );
    const words = fc.constantFrom(...PIECES.filter((piece) => !/[\d一二三四五六七八九十百千]/.test(piece)));
    fc.assert(
      fc.property(fc.array(fc.oneof(facts, words), { maxLength: 20 }), (pieces) => {
        const raw = cleanText(pieces.join(' '));
        const said = readMessage(raw, { ...options, asLead: true });
        const sums = readAmounts(raw).flatMap(({ wan, maxWan }) => [wan, maxWan]);
        for (const sum of [
          said.investment,
          said.investmentMax,
          said.foreign,
          said.output,
          said.tax,
          said.otherCurrency?.amount,
        ])
          if (sum) expect(sums).toContain(sum);
        if (said.land) expect(readLands(raw).map(({ mu }) => mu)).toContain(said.land);
        if (said.jobs) expect(raw).toContain(String(said.jobs));
        if (said.contactPhone) expect(raw).toContain(said.contactPhone);
      }),
      { numRuns: 300 },
    );
  });

  it('gives no name that is not in the text, and no number where none is', () => {
    const words = PIECES.filter((piece) => !/[\d一二三四五六七八九十百千]/.test(piece));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), (pieces) => {
        const raw = cleanText(pieces.join(''));
        const said = readMessage(raw, { ...options, asLead: true });
        for (const name of [...(said.company?.split('、') ?? []), said.project, said.referrer, said.contactName]) {
          if (name) expect(raw).toContain(name);
        }
        expect([said.investment, said.foreign, said.land, said.jobs, said.output, said.tax, said.contactPhone]).toEqual(
          Array(7).fill(null),
        );
      }),
      { numRuns: 300 },
    );
  });
});
