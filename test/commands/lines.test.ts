import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../src/commands/incoming.ts';
import { linesOf } from '../../src/commands/lines.ts';
import { loadCommands } from '../../src/commands/load.ts';

const book = await loadCommands();
const lines = (text: string, more: Partial<Incoming> = {}) => linesOf({ text, ...more } as Incoming, book);

describe('the lines of a message', () => {
  it('are one command each, blank ones left out', () => {
    expect(lines('到位 X1 500万 6月8日\n\n  进展 X2 已选址  \n我的')).toEqual([
      '到位 X1 500万 6月8日',
      '进展 X2 已选址',
      '我的',
    ]);
  });

  it('under 录入 are leads of their own, but for those that begin with a command', () => {
    expect(lines('录入：\n华辰光伏 12亿\n鲁泰装备 3亿\n我的')).toEqual([
      '录入 华辰光伏 12亿',
      '录入 鲁泰装备 3亿',
      '我的',
    ]);
    expect(lines('@小招 录入 华辰光伏 12亿\n鲁泰装备 3亿')).toEqual(['@小招 录入 华辰光伏 12亿', '录入 鲁泰装备 3亿']);
    expect(lines('到位 X1 500万\n华辰光伏 12亿')).toEqual(['到位 X1 500万', '华辰光伏 12亿']);
  });

  it('stay one where there are too many or too much, and where a button was pressed', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `查 X${at}`).join('\n');
    expect([lines(many(50)).length, lines(many(51))]).toEqual([50, [many(51)]]);
    const big = `${'长'.repeat(5460)}\n查`;
    expect(Buffer.byteLength(big)).toBe(16_384);
    expect(lines(big)).toHaveLength(2);
    expect(lines(`${big}x`)).toEqual([`${big}x`]);
    expect(lines('查 X1\n查 X2', { press: 'token' })).toEqual(['']);
  });
});
