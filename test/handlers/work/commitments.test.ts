import { beforeEach, expect, it } from 'vitest';
import { date } from '../../../src/domain/calendar/date.ts';
import { workCalendar } from '../../../src/domain/calendar/workday.ts';
import { withDefaults } from '../../../src/domain/settings.ts';
import { groupBriefCard } from '../../../src/rendering/cards/brief.card.ts';
import { groupBrief, personalBriefs } from '../../../src/services/brief.service.ts';
import { type TestBot, testBot } from '../../support/bot.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
beforeEach(async () => {
  bot = await testBot();
  await aProject(bot, { name: '华辰光伏组件项目', unit: '临洺关镇' });
  await bot.says('张三', '承诺 X1 道路通到围墙 城东街道 6月12日');
  await bot.says('张三', '承诺 X1 供水管网接通 临洺关镇 年底前');
});

it.each(['承诺清单', '承诺', '兑现率'])('%s lists what is not kept yet, the most urgent first', async (line) => {
  const { text } = await bot.says('孙八', line);
  expect(text).toMatch(/待兑现的承诺 2 项.*C1.*城东街道，6月12日前.*C2/s);
});

it('tells how each unit keeps what was due, and what came late', async () => {
  bot.at('2026-06-15T10:00:00+08:00');
  expect((await bot.says('孙八', '承诺清单')).text).toContain('城东街道 0/1 0%');
  await bot.says('赵六', '兑现 C1');
  expect((await bot.says('孙八', '承诺清单')).text).toContain('城东街道 1/1 100%（晚 1 项）');
});

it('can be of one unit or project', async () => {
  expect((await bot.says('孙八', '承诺 城东街道')).text).toContain('城东街道待兑现的承诺 1 项');
  expect((await bot.says('孙八', '承诺 X1')).text).toContain('华辰光伏组件项目待兑现的承诺 2 项');
});

it('is in the morning’s brief only when its day is near', async () => {
  const lines = async (today: string) =>
    bot.inOrg(async (tx) => {
      const calendar = workCalendar();
      const now = new Date(`${today}T08:30:00+08:00`);
      const org = { settings: withDefaults({}), timeZone: 'Asia/Shanghai' };
      const briefs = await personalBriefs(tx, { now, today: date(today), calendar, org });
      return briefs.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'duty' ? [item.duty.number] : [])));
    });
  expect(await lines('2026-06-10')).toEqual(expect.arrayContaining(['C1']));
  expect(await lines('2026-06-10')).not.toContain('C2');
});

it('overdue, it is named in the group’s brief by the unit that owes it', async () => {
  const now = new Date('2026-06-16T08:30:00+08:00');
  const org = { settings: withDefaults({}), timeZone: 'Asia/Shanghai' };
  const around = { now, today: date('2026-06-16'), calendar: workCalendar(), org };
  const brief = await bot.inOrg((tx) => groupBrief(tx, around, null));
  if (!brief) throw new Error('nothing to say');
  const { title, parts } = groupBriefCard(brief, around.today);
  expect(title).toContain('逾期 1 件');
  expect(JSON.stringify(parts)).toContain('城东街道 1 项承诺');
});
