import { expect, test } from 'vitest';
import { button, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

const signed = async () => {
  const bot = await testBot();
  await aProject(bot, {
    name: '冀南铸件项目',
    unit: '临洺关镇',
    row: { stage: '签约', agreement_wan: '50000' as never },
  });
  return bot;
};
const entries = (bot: Awaited<ReturnType<typeof signed>>) =>
  bot.inOrg((tx) => tx.sql.selectFrom('entries').select(['amount', 'occurred_on', 'state']).orderBy('id').execute());

test.each([
  ['到位 X1 5000万 6月8日', '5000.000000', '2026-06-08'],
  ['到位 X1 １．２亿 ６月５日', '12000.000000', '2026-06-05'],
  ['昨天 到位 5000万 X1', '5000.000000', '2026-06-09'],
  ['X1 到账 0.1万 今天', '0.100000', '2026-06-10'],
])('%s', async (line, amount, day) => {
  const bot = await signed();
  await bot.says('张三', line.startsWith('昨天') ? line.replace('昨天 到位', '到位 昨天') : line);
  expect(await entries(bot)).toEqual([{ amount, occurred_on: day, state: 'reported' }]);
});

test.each([
  ['到位 X1 -1亿 6月5日', '是负数'],
  ['到位 X1 1.2.3万 6月5日', '看不懂'],
  ['到位 X1 123456789012345678901234567890亿 6月5日', '超过 1 万亿元'],
  ['到位 X1 100万 2026年2月29日', '没有“2026年2月29日”这一天'],
  ['到位 X1 100万美元 6月5日', '不是人民币'],
  ['到位 X1 100万 明天', '还没到'],
  ['到位 X1 0.00000001万 今天', '精确到分以下'],
  ['到位 X1 20-25亿 今天', '是一个范围'],
  ['到位 X1 5000 今天', '还缺：金额'],
])('%s is refused: %s', async (line, words) => {
  const bot = await signed();
  expect((await bot.says('张三', line)).text).toContain(words);
  expect(await entries(bot)).toEqual([]);
});

test('thirty thousand digits are refused at once', async () => {
  const bot = await signed();
  expect((await bot.says('张三', `到位 X1 ${'9'.repeat(15_000)}万`)).text).toContain('超过 1 万亿元');
  expect((await bot.says('张三', `到位 X1 ${'9'.repeat(30_000)}万`)).text).toContain('内容太长');
});

test('good lines are filed, bad lines refused, each on its own', async () => {
  const bot = await signed();
  const seen = await bot.says('张三', '到位 X1 12万 6月5日\n到位 X1 13万 2月30日');
  expect(seen.all.map((reply) => reply.tone)).toEqual(['ok', 'refused']);
  expect(await entries(bot)).toHaveLength(1);
});

test('a message delivered three times acts once and gets the same reply', async () => {
  const bot = await signed();
  const say = () => bot.says('张三', '到位 X1 11万 6月5日', { messageId: 'same' });
  const replies = await Promise.all([say(), say(), say()]);
  expect(new Set(replies.map((seen) => seen.text)).size).toBe(1);
  expect(await entries(bot)).toHaveLength(1);
});

test('the same amount on the same day is shown first', async () => {
  const bot = await signed();
  await bot.says('张三', '到位 X1 800万 6月5日');
  const seen = await bot.says('李四', '到位 X1 800万 6月5日');
  expect(seen.text).toContain('可能记过了，没有写入');
  await bot.presses('李四', button(seen, '仍要登记'));
  expect(await entries(bot)).toHaveLength(2);
});

test('money before the contract is refused', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '在谈项目', unit: '临洺关镇' });
  expect((await bot.says('张三', '到位 X1 800万 6月5日')).text).toContain('签约后才能记');
});

test('the same odd sum of the same day on another project is shown first; a round one is filed with a word', async () => {
  const own = await testBot();
  const row = { stage: '签约' };
  await aProject(own, { name: '甲项目', unit: '临洺关镇', row });
  await aProject(own, { name: '乙项目', unit: '城东街道', row });
  await own.says('张三', '到位 X1 1234.56万 6月8日');
  await own.says('张三', '到位 X1 5000万 6月8日');
  const asked = await own.says('赵六', '到位 X2 1234.56万 6月8日');
  expect(asked.text).toContain('X1 的 L1，同一天、同样的金额');
  expect((await own.presses('赵六', asked.buttons[0])).text).toContain('已记 L3');
  expect((await own.says('赵六', '到位 X2 5000万 6月8日')).text).toContain('注意：X1 的 L2 是同一天、同样的金额');
});

test('of two projects that a name fits the own one is meant', async () => {
  const own = await testBot();
  const row = { stage: '签约' };
  await aProject(own, { name: '国信食品项目', unit: '临洺关镇', row });
  await aProject(own, { name: '国信食品项目', unit: '城东街道', row });
  expect((await own.says('赵六', '到位 国信食品 500万 6月8日')).text).toContain('项目：X2');
});
