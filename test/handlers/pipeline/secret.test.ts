import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { toldTo } from '../../support/outbox.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '北辰芯片项目', unit: '临洺关镇', row: { investor: '深圳北辰微电子有限公司' } });
  await bot.says('张三', '补充 X1 联系人 李总 13912345678');
  await bot.says('张三', '进展 X1 董事长本周来看地');
  await bot.says('王五', '保密 X1 @张三 代号东风', { chat: '私聊' });
});

describe('a secret project', () => {
  it('is seen by the named people in their own chat, and they are told', async () => {
    const { text } = await bot.says('张三', 'X1', { chat: '私聊' });
    expect(text).toContain('深圳北辰微电子有限公司');
    expect(text).toContain('董事长本周来看地');
    expect(await toldTo(bot, '张三')).toContain('X1 是保密项目，您现在是知悉人');
    expect((await bot.says('张三', '查 北辰', { chat: '私聊' })).record).toBe('X1');
  });

  it('is never shown in a group: who knows it gets it alone', async () => {
    const { text } = await bot.says('张三', 'X1');
    expect(text).toBe('X1 是保密项目，已私信发您');
    expect(await toldTo(bot, '张三')).toContain('X1 北辰芯片项目');
    for (const line of ['留痕 X1', '进展 X1 周五签约', '专报 X1', '评估 X1']) {
      expect((await bot.says('张三', line)).text).toContain('保密项目不在群里办');
    }
    expect((await bot.says('张三', '进展 X1 周五签约', { chat: '私聊' })).text).toContain('已记进展 X1');
  });

  it.each(['李四', '赵六', '钱七', '孙八', '周九'])(
    'is nothing to %s, by number, name, firm or mobile',
    async (who) => {
      expect((await bot.says(who, 'X1')).text).toContain('只有知悉人');
      for (const words of ['北辰', '芯片', '深圳北辰微电子', '13912345678', 'beichen']) {
        const { text } = await bot.says(who, `查 ${words}`);
        expect(text).not.toMatch(/北辰芯片|微电子有限|李总/);
      }
      expect((await bot.says(who, '进展 X1 去看看')).text).not.toContain('已记');
      expect((await bot.says(who, '留痕 X1')).text).not.toContain('北辰');
      expect((await bot.says(who, '留痕 张三')).text).not.toContain('董事长');
    },
  );

  it('stands in lists, exports and dedupe under its code name alone', async () => {
    const { text } = await bot.says('钱七', '台账');
    expect(text).toContain('X1 保密项目 东风');
    expect(text).not.toContain('北辰');
    const rows = await bot.inOrg((tx) => tx.sql.selectFrom('projects').selectAll().execute());
    expect(JSON.stringify({ ...rows[0], secret: null })).not.toContain('微电子');
    expect((await bot.says('赵六', '录入 深圳北辰微电子有限公司拟投资3亿元建封测项目')).text).not.toContain('X1');
  });

  it('keeps what is added hidden', async () => {
    await bot.says('张三', '补充 X1 投资方 上海新北辰半导体有限公司', { chat: '私聊' });
    expect((await bot.says('钱七', '台账')).text).not.toContain('半导体');
    expect((await bot.says('张三', 'X1', { chat: '私聊' })).text).toContain('上海新北辰半导体有限公司');
  });

  it('counts in figures all the same', async () => {
    await bot.says('张三', '阶段 X1 签约 3亿 6月9日', { chat: '私聊' });
    await bot.says('张三', '保密 X1 @钱七', { chat: '私聊' });
    await bot.says('钱七', '核实 X1', { chat: '私聊' });
    expect((await bot.says('赵六', '临洺关镇签约几个')).text).toContain('签约项目数 1 个');
  });

  it('lets people in and out, and is opened by those who know it only', async () => {
    expect((await bot.says('李四', '保密 X1 @李四')).text).toContain('只有知悉人');
    expect((await bot.says('张三', '保密 X1 去掉 @王五', { chat: '私聊' })).text).toContain('知悉人：张三');
    expect((await bot.says('张三', '保密 X1 去掉 @张三', { chat: '私聊' })).text).toContain('至少要留一个');
    expect((await bot.says('钱七', '保密 X1 解除')).text).toContain('只有知悉人');
    await bot.says('张三', '保密 X1 解除', { chat: '私聊' });
    expect((await bot.says('钱七', 'X1')).text).toContain('深圳北辰微电子有限公司');
  });

  it('another unit cannot make it one', async () => {
    await aProject(bot, { name: '鲁泰装备项目', unit: '城东街道' });
    expect((await bot.says('张三', '保密 X2 @张三')).text).toContain('不是您单位的');
  });
});
