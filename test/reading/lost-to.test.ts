import { expect, test } from 'vitest';
import { readLostTo } from '../../src/reading/lost-to.ts';

test.each([
  ['去了邻县，地价便宜', '邻县'],
  ['被滁州抢走了', '滁州'],
  ['最后签到江苏昆山了', '江苏昆山'],
  ['落户外地', null],
  ['市场变化，投资方不再推进', null],
])('%s → %s', (words, place) => {
  expect(readLostTo(words)).toBe(place);
});
