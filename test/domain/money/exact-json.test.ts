import { describe, expect, it } from 'vitest';
import { changedNumber, parseExactJson } from '../../../src/domain/money/exact-json.ts';

describe('JSON with numbers as they were written', () => {
  it.each<[string, unknown]>([
    ['{"a": 0.1, "b": -5, "c": 1e3, "d": 12345.678901}', { a: 0.1, b: -5, c: 1000, d: 12345.678901 }],
    ['[12345678901234567.89]', ['12345678901234567.89']],
    ['[-0.1234567890123456789]', ['-0.1234567890123456789']],
    ['[9007199254740993]', ['9007199254740993']],
    ['[1.2345678901234567891e3]', ['1234.5678901234567891']],
    ['[12345678901234567891e-2]', ['123456789012345678.91']],
    ['[100000000000000000000, 1.50]', [100000000000000000000, 1.5]],
    [
      '{"12345678901234567.89": "12345678901234567.89 \\" 9007199254740993"}',
      { '12345678901234567.89': '12345678901234567.89 " 9007199254740993' },
    ],
    ['[true, null, "x"]', [true, null, 'x']],
    [`[0.${'1'.repeat(90)}]`, [`0.${'1'.repeat(90)}`]],
    ['[1e999]', [Number.POSITIVE_INFINITY]],
  ])('%s', (text, value) => {
    expect(parseExactJson(text)).toEqual(value);
  });

  it('refuses what is no JSON', () => {
    expect(() => parseExactJson('{bad')).toThrow(SyntaxError);
    expect(() => parseExactJson('[12345678901234567.89')).toThrow(SyntaxError);
  });
});

describe('a number that a float would change', () => {
  it.each([
    ['{"a": 0.1, "b": [1e3, 0.3333333333333333]}', null],
    ['{"a": {"b": [1, {"c": 0.1234567890123456789}]}}', 'a.b[1].c 0.1234567890123456789'],
    ['[9007199254740993]', '[0] 9007199254740993'],
    ['{"a": "9007199254740993"}', null],
    ['9007199254740993', ' 9007199254740993'],
  ])('in %s: %s', (text, found) => {
    const changed = changedNumber(text);
    expect(changed && `${changed.path} ${changed.text}`).toBe(found);
  });

  it('is looked for in the fields that are named', () => {
    const text = '{"units": [9007199254740993], "scheme": {"weight": 0.1000000000000000001}}';
    expect(changedNumber(text, ['scheme'])?.path).toBe('scheme.weight');
    expect(changedNumber(text, ['rule', 'period'])).toBeNull();
  });
});
