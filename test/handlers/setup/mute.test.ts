import { beforeEach, expect, test } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { workCalendar } from '../../../src/domain/calendar/workday.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.ts';
import { personalBriefs } from '../../../src/services/brief.service.ts';
import { climbLadder } from '../../../src/services/escalation.service.ts';
import { type TestBot, testBot } from '../../support/bot.ts';
import { toldTo } from '../../support/outbox.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
});
const org = { settings: DEFAULT_SETTINGS, timeZone: 'Asia/Shanghai' };
const briefed = async (day: string): Promise<readonly number[]> => {
  const around = { now: new Date(`${day}T08:30:00+08:00`), today: date(day), calendar: workCalendar(), org };
  return (await bot.inOrg((tx) => personalBriefs(tx, around))).map(({ personId }) => personId);
};

test('a quiet lead is not named to who muted it, until the day it was muted to', async () => {
  await aProject(bot, {
    name: '安静的线索',
    unit: '临洺关镇',
    row: { stage: '线索', last_progress_on: '2026-05-11' as never, protected_from: new Date('2026-05-11T02:00:00Z') },
  });
  expect(await briefed('2026-06-10')).toContain(bot.people.李四);
  expect((await bot.says('李四', '静音 停滞提醒 6月20日')).text).toContain('停滞提醒：不收，到 6月20日');
  expect(await briefed('2026-06-10')).not.toContain(bot.people.李四);
  expect(await briefed('2026-06-10')).toContain(bot.people.王五);
  expect((await bot.says('李四', '静音 恢复 停滞提醒')).text).toContain('停滞提醒：收');
  expect(await briefed('2026-06-10')).toContain(bot.people.李四);
});

test.each([
  ['静音 停滞提醒 3天', '不收，到 6月12日'],
  ['静音 停滞提醒 一周', '不收，到 6月16日'],
  ['静音 停滞提醒 半个月', '不收，到 6月24日'],
])('%s ends by itself', async (said, words) => {
  expect((await bot.says('李四', said)).text).toContain(`停滞提醒：${words}`);
});

test('静音 恢复 brings all reminders back', async () => {
  await bot.says('李四', '静音 停滞提醒');
  await bot.says('李四', '静音 到期提醒');
  expect((await bot.says('李四', '静音 恢复')).text).not.toContain('不收');
});

test('the day before a deadline can be muted, the deadline itself cannot', async () => {
  await bot.says('钱七', '分派 @李四 6月12日前 报送清单');
  await bot.says('李四', '签收 R1');
  await bot.says('李四', '静音 到期提醒');
  const ladder = (now: string) =>
    bot.inOrg((tx) =>
      climbLadder(tx, { now: new Date(now), calendar: workCalendar(), org }, () => ({ title: `催 ${now}` })),
    );
  await ladder('2026-06-11T08:30:00+08:00');
  expect((await toldTo(bot, '李四')).filter((title) => title.startsWith('催'))).toEqual([]);
  await ladder('2026-06-13T08:30:00+08:00');
  await ladder('2026-06-15T08:30:00+08:00');
  expect((await toldTo(bot, '李四')).filter((title) => title.startsWith('催'))).toHaveLength(1);
});

test.each(['静音 升级提醒', '静音 所有'])('%s is refused with what can be muted', async (said) => {
  expect((await bot.says('张三', said)).text).toContain('可以静音：今日待办、停滞提醒、到期提醒');
});
