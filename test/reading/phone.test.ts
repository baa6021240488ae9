import { expect, it } from 'vitest';
import { readPhones } from '../../src/reading/phone.ts';

it.each([
  ['钱总１３７００００６６７７', '13700006677'],
  ['吴经理 139-0000-4455', '13900004455'],
  ['136 0000 3030 想投九千万', '13600003030'],
  ['+86 13900001234', '13900001234'],
  ['座机0467-1234567', '04671234567'],
  ['(0467)1234567', '04671234567'],
  ['电话：6234567', '6234567'],
  ['400-820-1234', '4008201234'],
  ['电话1 3 9 1 2 3 4 5 6 7 8', '13912345678'],
  ['（0755）8321-6677', '075583216677'],
  ['黄生 6123 4567（香港）', '61234567'],
  ['手机壹叁玖零伍玖贰贰柒捌肆', '13905922784'],
  ['Paolo +39 320 555 0199', '393205550199'],
])('%s holds %s', (text, digits) => {
  expect(readPhones(text).map((span) => span.digits)).toEqual([digits]);
});

it('keeps an extension apart and reads several numbers', () => {
  expect(readPhones('0312-5061234转801 或 13900001234').map((span) => [span.digits, span.extension])).toEqual([
    ['03125061234', '801'],
    ['13900001234', null],
  ]);
});

it.each(['130102199003071234', '总投资13900001234.5元', '2026-06-03', '12000万'])('%s holds no number', (text) => {
  expect(readPhones(text)).toEqual([]);
});
