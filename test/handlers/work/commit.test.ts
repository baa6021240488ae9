import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { toldTo } from '../../support/outbox.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
});

describe('承诺', () => {
  it('is filed with the unit that answers for it and its day, and that unit hears of it', async () => {
    const { text, record } = await bot.says('张三', '承诺 X1 厂区外道路通到围墙 城东街道 年底前');
    expect(record).toBe('C1');
    expect(text).toMatch(/兑现单位：城东街道.*12月31日/s);
    expect(await toldTo(bot, '赵六')).toEqual(['C1 新承诺，请按时兑现']);
  });

  it('said twice is written once', async () => {
    await bot.says('张三', '承诺 X1 道路通到围墙 年底前');
    expect((await bot.says('李四', '承诺 X1 道路通到围墙 年底前')).text).toContain('没有重复写入');
  });

  it.each(['前三年税收地方留成部分全额返还', '零地价供地', '按纳税额给予 10% 奖励'])(
    '%s is written down, and the fair-competition review is pointed at',
    async (words) => {
      const { text, record } = await bot.says('张三', `承诺 X1 ${words} 年底前`);
      expect(record).toBe('C1');
      expect(text).toContain('公平竞争审查');
      const reviewed = await bot.says('张三', '兑现 C1 审查 云公审〔2026〕12号');
      expect(reviewed.text).toContain('公平竞争审查：云公审〔2026〕12号');
      expect(reviewed.text).not.toContain('要先作');
    },
  );

  it.each([
    ['赵六', '承诺 X1 道路 年底前', '不是您单位的'],
    ['张三', '承诺 X1 道路 2026年6月1日', '已经过去'],
    ['孙八', '承诺 X1 道路 年底前', '您的角色不能'],
    ['张三', '承诺 X1 道路', '还缺：时限'],
  ])('%s: %s is refused', async (who, line, words) => {
    expect((await bot.says(who, line)).text).toContain(words);
  });
});
