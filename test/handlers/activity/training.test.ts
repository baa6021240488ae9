import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

describe('培训', () => {
  it('notes who took part and what they won, each once; the team of each unit is counted', async () => {
    expect((await bot.says('钱七', '培训 6月4-5日 招商谈判实务 参加 张三、城东街道')).text).toContain(
      '已记培训：6月4-5日 招商谈判实务',
    );
    expect((await bot.says('钱七', '培训 6月4-5日 招商谈判实务 参加 张三')).text).toContain('没有重复写入');
    expect((await bot.says('钱七', '比武 6月8日 项目推介大赛 张三第一名、李四（第三名）')).text).toContain('已记比武');
    const { text } = await bot.says('张三', '培训');
    expect(text).toContain('今年培训 1 次、比武 1 次');
    expect(text).toContain('项目推介大赛：2 人（张三第一名、李四第三名）');
    const team = (await bot.says('张三', '培训 队伍')).text;
    expect(team).toMatch(/临洺关镇 \| \d+ \| 2 \| 3 \| 张三第一名、李四第三名/);
    expect((await bot.says('张三', '培训 队伍 临洺关镇')).text).toMatch(/张三.*：2 次，第一名/);
    expect((await bot.says('张三', '活动')).text).not.toContain('培训');
    await bot.says('钱七', '撤销');
    expect((await bot.says('张三', '培训')).text).toContain('比武 0 次');
  });

  it.each([
    ['张三', '培训 6月4日 谈判实务 参加 赵六', '不是您单位的'],
    ['钱七', '培训 6月4日 谈判实务', '没看出谁参加了'],
    ['钱七', '培训 6月4日 参加 张三', '没有写培训或比武的名称'],
    ['钱七', '培训 谈判实务 参加 张三', '没看出是哪天'],
    ['钱七', '培训 2月30日 谈判实务 参加 张三', '2月30日'],
  ])('%s: %s is refused', async (who, line, words) => {
    const { reply, text } = await bot.says(who, line);
    expect([reply.tone, text]).toEqual(['refused', expect.stringContaining(words)]);
    expect((await bot.says('钱七', '培训')).text).toContain('还没有');
  });
});
