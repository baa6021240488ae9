import { describe, expect, it } from 'vitest';
import { loadCommands } from '../../src/commands/load.ts';
import { nearCommands, oneEdit } from '../../src/commands/suggest.ts';

describe('one edit', () => {
  it.each([
    ['排行', '排行', true],
    ['排名', '排行', true],
    ['行排', '排行', true],
    ['排', '排行', true],
    ['排一行', '排行', true],
    ['aab', 'aaab', true],
    ['aaab', 'aab', true],
    ['', 'a', true],
    ['白卷', '排行', false],
    ['abcd', 'badc', false],
    ['abc', 'cba', false],
    ['排', '排行榜', false],
    ['axbx', 'ab', false],
  ])('%s and %s: %s', (a, b, near) => {
    expect(oneEdit(a, b)).toBe(near);
    expect(oneEdit(b, a)).toBe(near);
  });
});

describe('what a mistyped line may have meant', () => {
  it('is said with the rest of the line, three at most, and nothing where nothing is near', async () => {
    const book = await loadCommands();
    expect(nearCommands('到伟 X1 500万', book)).toContainEqual({ name: '到位', line: '到位 X1 500万' });
    expect(nearCommands('分配 张三', book)).toContainEqual({ name: '分派', line: '分派 张三' });
    expect(nearCommands('今天天气不错', book)).toEqual([]);
    for (const line of ['进站', '排队', '查', '周月', '核对'])
      expect(nearCommands(line, book).length).toBeLessThanOrEqual(3);
  });
});
