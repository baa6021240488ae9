import { expect, test } from 'vitest';
import { together } from '../../src/db/together.ts';

/** Work that ends when told, with the batches it was given. */
function held() {
  const batches: (readonly number[])[] = [];
  const ends: (() => void)[] = [];
  const work = (items: readonly number[]) => {
    batches.push(items);
    return new Promise<readonly number[]>((resolve) => ends.push(() => resolve(items.map((item) => item * 10))));
  };
  return { batches, work, endFirst: () => ends.shift()?.() };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test('the first goes at once; what comes meanwhile goes together, at most so many, each with its own result', async () => {
  const { batches, work, endFirst } = held();
  const ask = together({ most: 3, lanes: 1 }, work);
  const results = Promise.all([1, 2, 3, 4, 5].map(ask));
  expect(batches).toEqual([[1]]);
  for (let end = 0; end < 3; end += 1) {
    endFirst();
    await settle();
  }
  expect(batches).toEqual([[1], [2, 3, 4], [5]]);
  expect(await results).toEqual([10, 20, 30, 40, 50]);
});

test('so many batches are under way at a time', async () => {
  const { batches, work, endFirst } = held();
  const ask = together({ most: 9, lanes: 2 }, work);
  const results = Promise.all([1, 2, 3].map(ask));
  expect(batches).toEqual([[1], [2]]);
  for (let end = 0; end < 3; end += 1) {
    endFirst();
    await settle();
  }
  expect(await results).toEqual([10, 20, 30]);
});

test('a bad one fails alone', async () => {
  const ask = together({ most: 9, lanes: 1 }, async (items: readonly number[]) => {
    await settle();
    if (items.includes(3)) throw new Error('three');
    return items;
  });
  const results = await Promise.allSettled([1, 2, 3, 4].map(ask));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});
