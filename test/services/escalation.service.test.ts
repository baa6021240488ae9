import { beforeEach, describe, expect, it } from 'vitest';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { escalationCard } from '../../src/rendering/cards/escalation.card.ts';
import { climbLadder } from '../../src/services/escalation.service.ts';
import { type TestBot, testBot } from '../support/bot.ts';
import { toldTo } from '../support/outbox.ts';
import { aProject } from '../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});

const climbAt = (at: string) =>
  bot.inOrg((tx) =>
    climbLadder(
      tx,
      {
        now: new Date(`${at}+08:00`),
        calendar: workCalendar(),
        org: { settings: DEFAULT_SETTINGS, timeZone: 'Asia/Shanghai' },
      },
      escalationCard,
    ),
  );

const reminders = async (name: string) => (await toldTo(bot, name)).filter((title) => title.startsWith('【催办】'));

describe('the ladder', () => {
  it('climbs from the assignee to the head to the dispatcher, each rung once', async () => {
    await bot.says('孙八', '分派 @李四 6月17日 报送清单');
    await bot.says('李四', '签收 R1');
    await climbAt('2026-06-15T10:00');
    expect(await reminders('李四')).toEqual([]);
    await climbAt('2026-06-16T08:30');
    await climbAt('2026-06-16T08:35');
    expect(await reminders('李四')).toEqual(['【催办】下一个工作日到期']);
    expect(await reminders('王五')).toEqual([]);
    await climbAt('2026-06-17T08:30');
    expect(await reminders('王五')).toEqual(['【催办】已到期']);
    await climbAt('2026-06-22T08:30');
    await climbAt('2026-06-22T09:30');
    expect(await reminders('孙八')).toEqual(['【催办】已逾期，报您知悉']);
    expect(await reminders('李四')).toHaveLength(2);
  });

  it('climbs for each department of a joint review by itself', async () => {
    await aProject(bot, { name: '甲项目', unit: '经济开发区' });
    await bot.says('孙八', '会审 X1 临洺关镇 城东街道 6月12日');
    await bot.says('李四', '会审 1 同意');
    await climbAt('2026-06-12T08:31');
    await climbAt('2026-06-12T08:32');
    expect(await reminders('李四')).toEqual([]);
    expect(await reminders('赵六')).toEqual(['【催办】已到期']);
  });

  it('tells once when two workers look at the same instant', async () => {
    await bot.says('孙八', '分派 @李四 6月12日 报送清单');
    await Promise.all([climbAt('2026-06-12T08:31'), climbAt('2026-06-12T08:31'), climbAt('2026-06-12T08:32')]);
    expect(await reminders('李四')).toHaveLength(1);
  });

  it('keeps quiet at night and on days off, except for urgent tasks', async () => {
    await bot.says('孙八', '分派 @李四 6月12日 报送清单');
    await bot.says('孙八', '分派 @赵六 6月12日 紧急 报送名单');
    await climbAt('2026-06-12T22:00');
    await climbAt('2026-06-13T10:00');
    expect(await reminders('李四')).toEqual([]);
    expect(await reminders('赵六')).toHaveLength(1);
    await climbAt('2026-06-15T07:30');
    expect(await reminders('李四')).toHaveLength(1);
  });

  it('climbs when nobody signs, and stops when the work is handed in', async () => {
    await bot.says('孙八', '分派 临洺关镇 6月30日 报送清单');
    await climbAt('2026-06-12T08:30');
    expect(await reminders('王五')).toEqual(['【催办】超过一个工作日没有签收（受理）']);
    await bot.says('李四', '办结 R1');
    await climbAt('2026-07-10T08:30');
    expect(await reminders('李四')).toHaveLength(1);
  });

  it('begins anew when the due day is moved', async () => {
    await bot.says('孙八', '分派 @李四 6月12日 报送清单');
    await bot.says('李四', '签收 R1');
    await climbAt('2026-06-12T08:30');
    await bot.says('李四', '延期 R1 6月24日 等批复');
    await bot.inOrg((tx) =>
      tx.sql
        .updateTable('tasks')
        .set({ due_on: '2026-06-24' as never })
        .execute(),
    );
    await climbAt('2026-06-23T08:30');
    expect(await reminders('李四')).toHaveLength(2);
  });

  it("problems climb the same ladder, to the project's leader in the end", async () => {
    await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇', row: { leader: '孙八' } });
    await bot.says('张三', '问题 X1 招工难 6月12日');
    await climbAt('2026-06-12T08:30');
    expect(await reminders('王五')).toEqual(['【催办】已到期']);
    await climbAt('2026-06-16T08:30');
    expect(await reminders('孙八')).toEqual(['【催办】已逾期，报您知悉']);
  });

  it('gathers what one person has to hear at one time', async () => {
    await bot.says('孙八', '分派 @李四 6月12日 报送清单');
    await bot.says('孙八', '分派 @李四 6月12日 报送名单');
    await climbAt('2026-06-12T08:30');
    expect(await reminders('李四')).toEqual(['【催办】2 件需要您过问']);
  });
});
