import { beforeEach, expect, test } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot({
    settings: { chains: [{ name: '新能源', keywords: ['光伏'], nodes: [{ part: '中游', name: '储能电池/储能' }] }] },
  });
});

test('a project’s brief has what we offer, how they stand, what applies, what is new, and what to ask', async () => {
  await bot.says('钱七', '载体 新增 城东3号地 空闲60亩 园区 经开区 价格 12万元/亩 产业 新能源');
  await bot.says('钱七', '政策 新增 标准地承诺制 支持 拿地即开工');
  await bot.says('钱七', '储备 新增 储能电站项目 投资 3亿 产业 新能源');
  await aProject(bot, { name: '瑞通光伏项目', unit: '城东街道', row: { stage: '投产', chain: '新能源' } });
  await aProject(bot, {
    name: '远方光伏项目',
    unit: '城东街道',
    row: { stage: '流失', chain: '新能源', lost_to: '沧州' },
  });
  const id = await aProject(bot, {
    name: '比亚迪光伏项目',
    unit: '临洺关镇',
    row: { investor: '比亚迪公司', chain: '新能源', stage: '在谈', land_mu: '40' as never },
  });
  await bot.says('张三', '目标企业 新增 比亚迪 世界500强 新能源 深圳');
  await bot.says('张三', '目标企业 1 方案 重点谈标准地');
  await bot.says('张三', `补充 X${id} 联系人李总 13900001111`);
  const { text } = await bot.says('张三', `四知 X${id}`);
  expect(text).toContain('行前简报：比亚迪（新能源）');
  expect(text).toMatch(/知己.*已有 1 家：瑞通光伏项目.*载体 城东3号地，空闲 60亩.*包装项目 储能电站项目/s);
  expect(text).toMatch(/知彼.*世界500强、深圳.*一企一策：重点谈标准地.*在谈.*用地 40亩.*找谁：李总 139\*\*\*\*1111/s);
  expect(text).toMatch(/知策.*下一步 签约，要 投资协议.*标准地承诺制/s);
  expect(text).toMatch(/知势.*我们缺的环节：储能电池.*流失过：远方光伏项目，去了沧州/s);
  expect(text).toMatch(/要问的.*总投资多少、分几期/s);
  expect((await bot.says('张三', '四知 比亚迪', { chat: '私聊' })).text).toContain('13900001111');
});

test('a firm that is only on the list has a brief too; one that nobody knows has none', async () => {
  await bot.says('张三', '目标企业 新增 宁德时代 上市 新能源');
  expect((await bot.says('赵六', '四知 宁德时代')).text).toMatch(/行前简报：宁德时代.*上市公司，未接触/s);
  expect((await bot.says('赵六', '四知 无名公司')).text).toContain('都没有“无名公司”');
  expect((await bot.says('赵六', '四知')).text).toContain('没有写是哪个');
});

test('another unit’s project is not told', async () => {
  const id = await aProject(bot, { name: '甲项目', unit: '临洺关镇' });
  expect((await bot.says('赵六', `四知 X${id}`)).text).toContain('不是您单位的');
});
