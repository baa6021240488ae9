import { expect, it } from 'vitest';
import { cleanText, foldDigits, foldWidth } from '../../src/reading/clean.ts';

it('takes out what cannot be seen and keeps new lines', () => {
  expect(cleanText('甲\u0000乙\u200b丙\u202e丁\ud800戊\u{e0041}己\r\n庚')).toBe('甲乙丙丁戊己\n庚');
});

it('keeps whole surrogate pairs', () => {
  expect(cleanText('👌🙏')).toBe('👌🙏');
});

it('folds width one character for one', () => {
  const text = 'Ｘ１１３，（４．３亿）　～';
  expect(foldWidth(text)).toBe('X113,(4.3亿) ~');
  expect(foldWidth(text)).toHaveLength(text.length);
});

it('keeps a Chinese comma between two numbers apart from a thousands mark', () => {
  expect([foldDigits('200，300亩'), foldDigits('１，２００万')]).toEqual(['200，300亩', '1,200万']);
});
