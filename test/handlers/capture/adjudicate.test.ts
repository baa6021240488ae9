import { beforeEach, expect, test } from 'vitest';
import { button, type TestBot, testBot } from '../../support/bot.ts';
import { aMove, figureOf, JUNE } from '../../support/measured.ts';
import { buttonTold, toldTo } from '../../support/outbox.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await bot.says('张三', '录入 天津远洋物流有限公司 投资2亿建仓储，王总13800001234');
  await bot.says('张三', '确认');
  const seen = await bot.says('赵六', '录入 天津远洋物流公司 投资2.5亿建冷库，刘总13900005678');
  await bot.presses('赵六', button(seen, '仍要录入'));
});

const stands = (id: number) =>
  bot.inOrg((tx) =>
    tx.sql.selectFrom('projects').select(['stage', 'adjudication']).where('id', '=', id).executeTakeFirst(),
  );

test('staff are told of a double and see both side by side', async () => {
  expect(await toldTo(bot, '钱七')).toContain('是不是同一个项目：X2 和 X1？');
  const { text } = await bot.says('钱七', '裁定 X2');
  expect(text).toContain('临洺关镇 张三');
  expect(text).toContain('城东街道 赵六');
  expect(text).toContain('139****5678');
  expect((await bot.says('钱七', '裁定')).text).toContain('待裁定 1 件');
});

test('one and the same: the double is closed, its contact goes to the first report, both are told, both histories stay', async () => {
  const done = await bot.presses('钱七', await buttonTold(bot, '钱七', '是重复'));
  expect(done.text).toContain('已裁定：X2 与 X1 重复，已并入');
  expect(await stands(2)).toEqual({ stage: '否决', adjudication: 'refused' });
  const first = await bot.says('张三', '查 X1', { chat: '私聊' });
  expect(first.text).toContain('刘总 13900005678');
  expect(first.text).toContain('X2（城东街道 赵六）重复报送，并入本项目');
  expect((await toldTo(bot, '赵六')).at(-1)).toContain('已裁定');
  expect((await bot.says('钱七二', '裁定 X2 不同')).text).not.toContain('已裁定');
});

test('a signing of the double counts no more once it is decided to be the same project', async () => {
  await aMove(bot, 2, { stage: '签约', on: '2026-06-03', amount: '25000', unit: '城东街道' });
  const frame = { ...JUNE, cumulative: { ...JUNE.cumulative, cutOff: new Date('2099-01-01') } };
  const signed = () => figureOf(bot, 'signed_count', '城东街道', frame);
  expect(await signed()).toBe('1');
  await bot.says('钱七', '裁定 X2 重复');
  expect(await stands(2)).toEqual({ stage: '否决', adjudication: 'refused' });
  expect(await signed()).toBe('0');
});

test('two of their own: both stand', async () => {
  expect((await bot.says('钱七', '裁定 X2 不同 两个地块')).text).toContain('不是同一个项目');
  expect(await stands(2)).toEqual({ stage: '线索', adjudication: 'clear' });
});

test.each([
  ['张三', '裁定 X2', '不能使用“裁定”'],
  ['钱七', '裁定 X1', '没有疑似重复'],
])('%s: %s is refused', async (name, line, words) => {
  expect((await bot.says(name, line)).text).toContain(words);
});

test('核实 points at the doubles that wait', async () => {
  expect((await bot.says('钱七', '核实')).buttons.map(({ label }) => label)).toContain('裁定疑似重复 1 件');
});
