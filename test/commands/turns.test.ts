import { expect, test } from 'vitest';
import { turnsOf } from '../../src/commands/turns.ts';

/** Pieces of work that end when told, in the order in which they began. */
function works() {
  const began: string[] = [];
  const ends: (() => void)[] = [];
  const work = (name: string) => () => {
    began.push(name);
    return new Promise<string>((resolve) => ends.push(() => resolve(name)));
  };
  return { began, work, endFirst: () => ends.shift()?.() };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test('so much is done at a time, the rest waits, and everybody gets his result', async () => {
  const { began, work, endFirst } = works();
  const turns = turnsOf(2);
  const results = Promise.all(['a', 'b', 'c', 'd'].map((name) => turns('甲', work(name))));
  await settle();
  expect(began).toEqual(['a', 'b']);
  endFirst();
  await settle();
  expect(began).toEqual(['a', 'b', 'c']);
  for (let end = 0; end < 3; end += 1) {
    endFirst();
    await settle();
  }
  expect(await results).toEqual(['a', 'b', 'c', 'd']);
});

test('who sends a lot holds up nobody: those who wait are served in rounds', async () => {
  const { began, work, endFirst } = works();
  const turns = turnsOf(1);
  const all = [
    ...Array.from({ length: 50 }, (_, at) => turns('张三', work(`张三${at}`))),
    turns('李四', work('李四0')),
    turns('李四', work('李四1')),
    turns('王五', work('王五0')),
  ];
  for (let end = 0; end < all.length; end += 1) {
    await settle();
    endFirst();
  }
  await Promise.all(all);
  expect(began.slice(0, 8)).toEqual(['张三0', '张三1', '李四0', '王五0', '张三2', '李四1', '张三3', '张三4']);
});

test('work that fails gives its turn back', async () => {
  const turns = turnsOf(1);
  await expect(
    turns('甲', async () => {
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await turns('甲', async () => 1)).toBe(1);
});
