import { beforeEach, expect, test } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await bot.says('张三', '外出 深圳 6月8-9日 王五带队 拜访 比亚迪公司');
  await bot.says('张三', '走访 6月4日 瑞通标准件公司 成果：收集用工问题');
  await bot.says('赵六', '接待 6月5日 浙江商会');
});

test('counts each kind by unit, tells who is out enough and who did nothing', async () => {
  const { text } = await bot.says('钱七', '活动');
  expect(text).toContain('2026年6月招商活动：外出招商 1 次、来访接待 1 次、走访企业 1 次');
  expect(text).toContain('临洺关镇 | 1 | 0 | 1 | 王五 2/21 天，差 5 天');
  expect(text).toContain('没有活动：');
  expect(text).toContain('H1 6月8-9日 外出招商，深圳，王五带队，比亚迪公司');
});

test('one unit, another month', async () => {
  expect((await bot.says('张三', '活动 城东街道')).text).not.toContain('临洺关镇');
  expect((await bot.says('张三', '活动 5月')).text).toContain('2026年5月招商活动：还没有');
});

test('each chain is to have one activity a month: which had, which had not', async () => {
  const own = await testBot({
    settings: {
      chains: [
        { name: '光伏', keywords: ['组件'] },
        { name: '装备', keywords: ['机床'] },
      ],
    },
  });
  await own.says('张三', '外出 深圳 6月8日 拜访 组件龙头公司');
  expect((await own.says('钱七', '活动')).text).toContain(
    '产业链活动：光伏 1 次；还没有活动：装备（每条链每月至少 1 次）',
  );
  expect((await own.says('钱七', '活动 5月')).text).toContain('产业链活动：还没有活动：光伏、装备');
  expect((await own.says('钱七', '活动 临洺关镇')).text).not.toContain('产业链活动');
});

test('one kind, one chain, the classes apart; what is none is said', async () => {
  expect((await bot.says('钱七', '活动 走访')).text).toContain('走访企业：走访企业 1 次');
  expect((await bot.says('钱七', '活动')).text).toContain('走访服务企业 1 次');
  expect((await bot.says('钱七', '活动 喝茶')).text).toContain('没有“喝茶”');
});
