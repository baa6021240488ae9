import { describe, expect, it } from 'vitest';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { cellAmount, cellDay, cellMobile, cellText } from '../../src/reading/cell.ts';
import type { SheetCell } from '../../src/reading/sheet-xml.ts';

const number = (text: string): SheetCell => ({ text, kind: 'number' });
const words = (text: string): SheetCell => ({ text, kind: 'text' });
const outcome = (read: () => unknown): unknown => {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return error.data.why;
    throw error;
  }
};

describe('money in a cell', () => {
  it.each<[SheetCell, string | undefined, unknown]>([
    [number('12000'), '万元', '12000'],
    [number('1.2'), '亿元', '12000'],
    [number('0.30000000000000004'), '亿元', '3000'],
    [number('1.2E4'), undefined, '12000'],
    [words('5000万元'), '亿元', '5000'],
    [words('１，２００万'), undefined, '1200'],
    [words('12,000'), undefined, '12000'],
    [number('-5'), '万元', '是负数'],
    [number('0'), '万元', '是 0'],
    [words('很多'), '万元', '不是金额'],
    [words('20-25亿'), '万元', '是一个范围'],
    [words('200万美元'), '万元', '不是人民币'],
    [number('0.0000001'), '万元', '精确到分以下'],
    [number('999999999'), '万元', '超过 1 万亿元'],
    [{ text: '#REF!', kind: 'error' }, '万元', '单元格是错误值'],
  ])('%o in %s is %s', (cell, unit, expected) => {
    expect(outcome(() => cellAmount(cell, '总投资', unit))).toBe(expected);
  });
});

describe('a day in a cell', () => {
  it.each<[SheetCell, boolean, unknown]>([
    [number('46174'), false, '2026-06-01'],
    [number('46174.75'), false, '2026-06-01'],
    [number('44712'), true, '2026-06-01'],
    [words('2026-06-01'), false, '2026-06-01'],
    [words('2026.6.1'), false, '2026-06-01'],
    [words('2026-02-30'), false, '没有这一天'],
    [words('不知道'), false, '不是日期'],
    [number('202606'), false, '不是日期'],
    [number('5'), false, '不是日期'],
  ])('%o (from 1904: %s) is %s', (cell, date1904, expected) => {
    const around = { today: date('2026-06-10'), calendar: workCalendar(), date1904 };
    expect(outcome(() => cellDay(cell, '日期', around))).toBe(expected);
  });
});

it('a mobile kept as a number is a mobile, and words that are none are refused', () => {
  expect(cellMobile(number('13800000000'), '手机')).toBe('13800000000');
  expect(cellMobile(number('1.38E10'), '手机')).toBe('13800000000');
  expect(outcome(() => cellMobile(words('没有'), '手机'))).toBe('不是电话号码');
  expect(cellText(undefined, '名称')).toBeUndefined();
  expect(outcome(() => cellText(words('长'.repeat(201)), '名称'))).toBe('超过 200 字');
});
