import { beforeEach, expect, test } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

const scan = { name: '军令状.pdf', mime: 'application/pdf', base64: Buffer.from('%PDF-1.4').toString('base64') };

test('a pledge is kept with its signatory, day, words and paper, and stands beside the targets', async () => {
  await bot.says('钱七', '目标 临洺关镇 到位资金 2亿');
  const kept = await bot.says('钱七', '军令状 临洺关镇 王镇长 1月15日 全年到位资金2亿元', { files: [scan] });
  expect(kept.text).toContain('已存 临洺关镇 2026 年军令状：王镇长 2026年1月15日签订');
  const seen = await bot.says('张三', '军令状 临洺关镇');
  expect(seen.text).toContain('全年到位资金2亿元');
  expect(seen.text).toContain('到位资金 2亿元');
  expect(seen.reply.parts).toContainEqual(expect.objectContaining({ type: 'file' }));
  expect((await bot.says('张三', '目标 临洺关镇')).text).toContain('军令状：王镇长 2026年1月15日签订');
});

test('the unit’s head signs when nobody is named; signed anew, the paper of before stays', async () => {
  await bot.says('钱七', '军令状 临洺关镇 1月10日', { files: [scan] });
  const again = await bot.says('钱七', '军令状 临洺关镇 李四 3月1日');
  expect(again.text).toContain('李四 2026年3月1日签订');
  expect(again.reply.parts).toContainEqual(expect.objectContaining({ type: 'file' }));
  expect((await bot.says('钱七', '军令状 发改局 1月10日')).text).toContain('没看到谁签的');
});

test('the list names who has signed and who has not', async () => {
  await bot.says('钱七', '军令状 临洺关镇 1月10日');
  const { text } = await bot.says('孙八', '军令状');
  expect(text).toContain('5 个单位已签 1 个');
  expect(text).toContain('临洺关镇 | 王五 | 1月10日 | 无');
  expect(text).toContain('还没有签：城东街道、经济开发区、发改局、投促中心');
});

test('only staff keep one; it can be taken back', async () => {
  expect((await bot.says('张三', '军令状 临洺关镇 1月10日')).text).toContain('您的角色不能使用');
  await bot.says('钱七', '军令状 临洺关镇 1月10日');
  await bot.says('钱七', '撤销');
  expect((await bot.says('张三', '军令状')).text).toContain('已签 0 个');
});
