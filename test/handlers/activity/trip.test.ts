import { beforeEach, describe, expect, it } from 'vitest';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

const row = () => bot.inOrg((tx) => tx.sql.selectFrom('activities').selectAll().executeTakeFirstOrThrow());

describe('外出', () => {
  it('files days, place and companies', async () => {
    const { text, record } = await bot.says('张三', '外出 北京 6月17-21日 拜访 A, B, C');
    expect(record).toBe('H1');
    expect(text).toContain('时间：6月17-21日');
    expect(await row()).toMatchObject({
      kind: '外出招商',
      from_on: '2026-06-17',
      to_on: '2026-06-21',
      regions: ['北京'],
      companies: ['A', 'B', 'C'],
      unit_id: bot.units.临洺关镇,
    });
  });

  it("tells a head how far the month's time out is from a third", async () => {
    const { text } = await bot.says('王五', '外出 深圳 6月8-9日 拜访 比亚迪公司');
    expect(text).toContain('王五本月外出 2 天（21 个工作日），距要求还差 5 天');
    expect((await bot.says('王五', '外出 上海 6月10日 半天 拜访 复星集团')).text).toContain('王五本月外出 2.5 天');
  });

  it('credits the head who led, whoever files it', async () => {
    await bot.says('张三', '外出 深圳 6月8日 王五带队 拜访 比亚迪公司');
    expect(await row()).toMatchObject({ leader: '王五', leader_level: '部门负责人', leader_id: bot.people.王五 });
  });

  it('is tied to a project by its number', async () => {
    await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
    expect((await bot.says('张三', '外出 北京 昨天 拜访 华辰公司 X1')).text).toContain('项目：X1');
    expect((await bot.says('张三', '外出 北京 昨天 拜访 华辰公司 X9')).text).toContain('没有找到项目');
  });

  it('is not for leaders without a unit, and not for a day that does not exist', async () => {
    expect((await bot.says('孙八', '外出 北京 昨天 拜访 甲公司')).text).toContain('不能使用');
    expect((await bot.says('张三', '外出 北京 1991年1月1日 拜访 甲公司')).text).toContain('不对');
    expect((await bot.says('张三', '外出 北京 2月30日 拜访 甲公司')).text).toContain('没有“2月30日”这一天');
  });
});

it('takes a span of weekdays and places that are places', async () => {
  const { text } = await bot.says('张三', '外出 北京 下周一到周三 拜访京东');
  expect(text).toContain('时间：6月15-17日');
  expect(text).toContain('地点：北京\n');
});
