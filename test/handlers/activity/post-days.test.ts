import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

describe('驻点', () => {
  it('is kept day by day, and the week shows days, activities and leads of each', async () => {
    expect((await bot.says('张三', '驻点 上海 拜访两家电子企业')).text).toContain('已打卡：上海');
    await bot.says('张三', '驻点 昨天 上海');
    await bot.says('赵六', '驻点 深圳');
    await bot.says('张三', '外出 上海 今天 拜访 中微公司');
    const { text } = await bot.says('孙八', '驻点');
    expect(text).toContain('本周驻点 2 人，3 人天');
    expect(text).toContain('张三 | 临洺关镇 | 上海 | 2 | 1 | 0 | 拜访两家电子企业');
    expect((await bot.says('孙八', '驻点 上周')).text).toContain('上周没有驻点打卡');
  });

  it('said twice a day is kept once; what is added is kept', async () => {
    await bot.says('张三', '驻点 上海');
    expect((await bot.says('张三', '驻点 上海')).text).toContain('没有重复写入');
    expect((await bot.says('张三', '驻点 上海 参加商会年会')).text).toContain('参加商会年会');
    expect((await bot.says('孙八', '驻点')).text).toContain('1 人，1 人天');
  });

  it('is handed over as a workbook', async () => {
    await bot.says('张三', '驻点 上海');
    expect((await bot.says('钱七', '驻点 本周 导出')).reply.parts).toContainEqual(
      expect.objectContaining({ type: 'file' }),
    );
  });

  it.each([
    ['孙八', '驻点 上海', '没有写入'],
    ['张三', '驻点 2月30日 上海', '没有“2月30日”这一天'],
    ['张三', '驻点 5月20日 上海', '太早或还没到'],
  ])('%s: %s is refused', async (who, line, words) => {
    expect((await bot.says(who, line)).text).toContain(words);
  });
});
