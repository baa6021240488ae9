import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '冀南铸件项目', unit: '临洺关镇' });
  await aProject(bot, { name: '城东物流项目', unit: '城东街道' });
});

describe('尽调', () => {
  it('is kept, and stands on the card and in the evaluation of its project; the last look counts', async () => {
    expect((await bot.says('张三', '评估 X1')).text).toContain('投资方的实力和风险还没查');
    await bot.says('张三', '尽调 X1 实力强 风险低 注册资本5000万');
    const { text, reply } = await bot.says('张三', '尽调 X1 实力中 风险高 被执行3起，找王总13900001111 来源 公示系统');
    expect([reply.tone, text]).toEqual(['warn', expect.stringContaining('实力中，风险高（6月10日）')]);
    expect(text).toContain('139****1111');
    expect(text).toContain('公示系统');
    expect((await bot.says('张三', '查 X1')).text).toContain('尽调：实力中，风险高（6月10日）');
    const weighed = await bot.says('张三', '评估 X1');
    expect([weighed.reply.tone, weighed.text]).toEqual(['warn', expect.stringContaining('实力中，风险高')]);
  });

  it('lists the risky, then those nobody looked at: all for staff and leaders, else one’s own', async () => {
    await bot.says('钱七', '尽调 X2 实力弱 风险高 失信');
    for (const who of ['钱七', '孙八']) {
      const { text } = await bot.says(who, '尽调');
      expect(text).toContain('在手项目 2 个：投资方查过 1 个，有风险 1 个');
      expect(text.indexOf('X2 城东物流项目：实力弱，风险高')).toBeLessThan(text.indexOf('X1 冀南铸件项目：没有查过'));
    }
    const own = (await bot.says('张三', '尽调')).text;
    expect(own).toContain('在手项目 1 个');
    expect(own).not.toContain('城东');
  });

  it.each([
    ['张三', '尽调 X1 注册资本5000万', '没看出实力强弱和风险高低'],
    ['张三', '尽调 X2 实力强 风险低', '不是您单位的'],
    ['张三', '尽调 X2', '不是您单位的'],
    ['孙八', '尽调 X1 实力强 风险低', '不'],
  ])('%s: %s is refused', async (who, line, words) => {
    const { reply, text } = await bot.says(who, line);
    expect([reply.tone, text]).toEqual(['refused', expect.stringContaining(words)]);
  });
});
