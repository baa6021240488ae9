import { beforeEach, expect, test } from 'vitest';
import { button, type TestBot, testBot } from '../../support/bot.ts';
import { buttonTold, toldTo } from '../../support/outbox.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});
const answers = async (who: string, label: string) =>
  bot.presses(who, await buttonTold(bot, who, label), { chat: '私聊' });

test('every unit is told, each answers step by step, and the sender sees by name who has not', async () => {
  const sent = await bot.says('孙八', '传达 下周一上午九点开招商调度会');
  expect(sent.text).toContain('已传达 5 个单位（传达 1）');
  expect(await toldTo(bot, '李四')).toEqual(['传达 1（孙八）']);
  expect((await answers('李四', '已阅')).text).toContain('已记“已阅”');
  await answers('王五', '已部署');
  await answers('赵六', '已阅');
  const { text } = await bot.says('孙八', '传达 1');
  expect(text).toContain('2/5 个单位已回执');
  expect(text).toContain('已部署 1：临洺关镇（王五）');
  expect(text).toContain('已阅 1：城东街道（赵六）');
  expect(text).toMatch(/还没有回执 3：经济开发区、发改局、投促中心/);
});

test('the silent are chased once', async () => {
  await bot.says('孙八', '传达 @城东街道 @临洺关镇 请报送清单');
  await answers('李四', '已阅');
  const seen = await bot.says('孙八', '传达 1');
  const again = button(seen, '催一下没回执的');
  await bot.presses('孙八', again);
  expect(await toldTo(bot, '赵六')).toHaveLength(2);
  expect(await toldTo(bot, '李四')).toHaveLength(1);
  expect(button(await bot.says('孙八', '传达 1'), '催一下没回执的')).toBeUndefined();
});

test('members do not send, units that were not asked do not answer', async () => {
  for (const who of ['张三', '王五']) expect((await bot.says(who, '传达 开会')).reply.tone).toBe('refused');
  await bot.says('孙八', '传达 @城东街道 请报送清单');
  const press = await buttonTold(bot, '赵六', '已阅');
  expect((await bot.presses('张三', press, { chat: '私聊' })).text).toContain('没有要求您的单位回执');
});

test('the same button twice counts once', async () => {
  await bot.says('孙八', '传达 @城东街道 请报送清单');
  await answers('赵六', '已阅');
  await answers('赵六', '已阅');
  const rows = await bot.inOrg((tx) => tx.sql.selectFrom('broadcast_receipts').select('id').execute());
  expect(rows).toHaveLength(1);
});

test.each(['传达 名单', '传达 回执'])('%s shows the latest notice and sends none', async (line) => {
  const bot = await testBot();
  await bot.says('钱七', '传达 下周一上午九点开招商调度会');
  expect((await bot.says('钱七', line)).text).toContain('下周一上午九点开招商调度会');
  expect(await bot.inOrg((tx) => tx.sql.selectFrom('broadcasts').select('id').execute())).toHaveLength(1);
});
