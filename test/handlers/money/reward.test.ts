import { beforeEach, expect, test } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  const row = { stage: '签约', referrer: '李明、王强', investment_wan: '30000' } as never;
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row });
});

const built = async (amount: string): Promise<void> => {
  const { record } = await bot.says('张三', `固投 X1 ${amount} 6月8日`);
  await bot.says('钱七', `核实 ${record}`);
};

test('3‰ of verified fixed assets, half at each node, split to the cent', async () => {
  await built('11111.1111万');
  const before = await bot.says('钱七', '奖励 X1');
  expect(before.text).toContain('预计 333,333.33元，应发 0.00元');
  expect(before.text).toContain('开工 166,666.67元；投产 166,666.66元');
  expect(before.text).toContain('李明 166,666.66元；王强 166,666.67元');
  for (const move of ['落地 6月8日', '开工 6月9日']) {
    await bot.says('张三', `阶段 X1 ${move}`);
    await bot.says('钱七', '核实 X1');
  }
  expect((await bot.says('钱七', '奖励 X1')).text).toContain('应发 166,666.67元');
});

test('what is reported but not verified earns nothing; a reversal takes it back', async () => {
  await bot.says('张三', '固投 X1 2000万 6月8日');
  expect((await bot.says('钱七', '奖励 X1')).text).toContain('预计 0.00元');
  await bot.says('钱七', '核实 L1');
  expect((await bot.says('钱七', '奖励 X1')).text).toContain('预计 60,000.00元');
  await bot.says('钱七', '冲销 L1 记错');
  expect((await bot.says('钱七', '奖励 X1')).text).toContain('预计 0.00元');
});

test('what was paid is not due again, and more than is due is refused', async () => {
  await built('2000万');
  for (const move of ['落地 6月8日', '开工 6月9日']) {
    await bot.says('张三', `阶段 X1 ${move}`);
    await bot.says('钱七', '核实 X1');
  }
  expect((await bot.says('钱七', '奖励 X1 已发 4万元 6月9日')).text).toContain('超过应发 30000.00 元');
  expect((await bot.says('钱七', '奖励 X1 已发 1万元 6月9日')).text).toContain('应发 20,000.00元');
});

test('the ledger by project and by referrer; below 1亿元 nothing', async () => {
  await aProject(bot, { name: '小项目', unit: '城东街道', row: { referrer: '李明', investment_wan: '9999' } as never });
  await built('2000万');
  expect((await bot.says('钱七', '奖励')).text).toContain('X2 小项目 | 李明 | 0.00 | 0.00');
  expect((await bot.says('钱七', '奖励 大使')).text).toContain('李明 | 2 | 30000.00');
});

test('an own rule replaces the default one; a wrong one is refused with its place', async () => {
  const rule = (json: object) => ({
    chat: '私聊' as const,
    files: [
      { name: 'rule.json', mime: 'application/json', base64: Buffer.from(JSON.stringify(json)).toString('base64') },
    ],
  });
  const wrong = { title: '办法', base: 'fixed_done', rate: { mode: 'flat', percent: 3 } };
  expect((await bot.says('钱七', '奖励 规则', rule(wrong))).text).toContain('rate');
  const own = { title: '试行办法', base: 'fixed_done', rate: { mode: 'flat', rate: 0.01 } };
  expect((await bot.says('钱七', '奖励 规则', rule(own))).text).toContain('已换用《试行办法》');
  await built('2000万');
  expect((await bot.says('钱七', '奖励 X1')).text).toContain('预计 200,000.00元');
});

test('is for staff; a project nobody introduced has none', async () => {
  expect((await bot.says('张三', '奖励 X1')).reply.tone).toBe('refused');
  await aProject(bot, { name: '无人引荐', unit: '城东街道' });
  expect((await bot.says('钱七', '奖励 X2')).text).toContain('没有登记引荐人');
});
