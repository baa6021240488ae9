import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

const CHAINS = [
  { name: '新能源', keywords: ['光伏', '储能'], nodes: [{ part: '中游' as const, name: '储能电池/储能' }] },
  { name: '装备', keywords: ['机床'] },
];

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot({ settings: { chains: CHAINS } });
});

const ADD = '目标企业 新增 比亚迪 世界500强 上市 储能电池 深圳';

describe('目标企业', () => {
  it('is listed by what it ranks among and where it fits; several at once, one a line', async () => {
    expect((await bot.says('张三', ADD)).text).toMatch(
      /1 号 比亚迪，未接触.*世界500强、上市公司.*新能源 · 储能电池.*深圳.*临洺关镇 张三/s,
    );
    const more = await bot.says('张三', '目标企业 新增\n1. 沈阳机床 行业50强 装备 沈阳\n2. 比亚迪');
    expect(more.text).toContain('已登记目标企业 1 家，1 家早已登记');
    expect((await bot.says('孙八', '目标企业')).text).toContain('目标企业 2 家：未接触 2');
    expect((await bot.says('孙八', '目标企业 世界500强')).text).toContain('世界500强目标企业 1 家');
    expect((await bot.says('孙八', '目标企业 隐形冠军')).text).toContain('还没有目标企业');
    expect((await bot.says('孙八', '图谱 新能源')).text).toContain('目标企业 1 家，未接触 1 家：比亚迪');
  });

  it('is knocked at step by step up to a lead, with its own plan', async () => {
    await bot.says('张三', ADD);
    expect((await bot.says('张三', '目标企业 1 方案 周副县长带队，重点谈标准地')).text).toContain(
      '一企一策：周副县长带队，重点谈标准地',
    );
    expect((await bot.says('张三', '目标企业 1 已拜访 下月来考察')).text).toContain('已拜访');
    expect((await bot.says('张三', '目标企业 1')).text).toContain('最近：6月10日，下月来考察');
    const id = await aProject(bot, { name: '比亚迪储能项目', unit: '临洺关镇' });
    expect((await bot.says('张三', `目标企业 1 X${id}`)).text).toContain('已转线索');
    expect((await bot.says('张三', `目标企业 1 X${id}`)).text).toContain('没有重复写入');
  });

  it('goes to another unit by a leader, who then knocks', async () => {
    await bot.says('张三', ADD);
    expect((await bot.says('孙八', '目标企业 1 交给 赵六')).text).toContain('城东街道 赵六');
    expect((await bot.says('张三', '目标企业 1 已联系')).text).toContain('不是您单位的');
    expect((await bot.says('赵六', '目标企业 1 已联系')).text).toContain('已联系');
  });

  it('says honestly that it looks up nothing outside, and where to look', async () => {
    expect((await bot.says('张三', ADD)).text).toMatch(/不联网查企业.*gsxt\.gov\.cn/s);
  });

  it('is handed over as a workbook', async () => {
    await bot.says('张三', ADD);
    expect((await bot.says('张三', '目标企业 导出')).reply.parts).toContainEqual(
      expect.objectContaining({ type: 'file' }),
    );
  });

  it.each([
    ['孙八', ADD, '没有写入'],
    ['张三', '目标企业 新增', '没看出企业名称'],
    ['张三', '目标企业 9', '没有 9 号目标企业'],
    ['赵六', '目标企业 1 已联系', '不是您单位的'],
    ['张三', '目标企业 1 喝茶', '没看出到哪一步'],
    ['张三', '目标企业 1 方案', '方案'],
  ])('%s: %s is refused', async (who, line, words) => {
    if (line !== ADD) await bot.says('张三', ADD);
    expect((await bot.says(who, line)).text).toContain(words);
  });
});
