import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, measure, put, wrap, wrapNames } from '../../../src/rendering/picture/svg.ts';

const words = fc.string({ unit: fc.constantFrom(...'城关镇清河，。、a1W.（%'), minLength: 1, maxLength: 60 });

describe('text in pictures', () => {
  it('keeps its width: smaller first, then cut', () => {
    expect(fitted('城关镇', 100, 27, 500, 22)).toEqual({ text: '城关镇', size: 27 });
    expect(fitted('城关镇政府', 120, 27, 500, 22)).toEqual({ text: '城关镇政府', size: 24 });
    expect(fitted('城关镇人民政府', 120, 27, 500, 22)).toEqual({ text: '城关镇人…', size: 22 });
    fc.assert(
      fc.property(words, fc.integer({ min: 60, max: 400 }), (text, width) => {
        const made = fitted(text, width, 27, 500, 17);
        expect(measure(made.text, made.size, 500)).toBeLessThanOrEqual(width);
        if (!made.text.endsWith('…')) expect(made.text).toBe(text);
      }),
    );
  });

  it('breaks into lines that lose nothing and begin with no full stop or comma', () => {
    fc.assert(
      fc.property(words, (text) => {
        const lines = wrap(text, 120, 19);
        expect(lines.join('')).toBe(text);
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。、%]/);
      }),
    );
  });

  it('keeps names whole from line to line', () => {
    const names = ['城关镇', '经开区管委会', '清河镇', '云岭县高新技术产业开发区管委会'];
    const lines = wrapNames(names, 232, 22);
    expect(lines.join('')).toBe(names.join('、'));
    expect(lines.slice(0, 2)).toEqual(['城关镇、经开区管委会、', '清河镇、']);
    expect(wrapNames(['甲乡', '乙乡', '等 30 家'], 300, 22)).toEqual(['甲乡、乙乡等 30 家']);
  });

  it('has a minus as wide as a digit, and leaves hyphens alone', () => {
    expect(put(0, 0, '-5.00 2026-10 A-5', { size: 20 })).toContain('>−5.00 2026-10 A-5<');
  });

  it('cannot break out of the drawing, and shows what the font lacks as 〓', () => {
    expect(put(0, 0, '</text><script>&"', { size: 20 })).toContain('&lt;/text&gt;&lt;script&gt;&amp;&quot;</text>');
    expect(put(0, 0, '红旗🚩𠮷\u0007☀', { size: 20 })).toContain('>红旗〓〓〓</text>');
  });
});
