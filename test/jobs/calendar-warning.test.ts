import { expect, it } from 'vitest';
import calendarWarning from '../../jobs/calendar-warning.ts';
import { date, dateAt } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { toText } from '../../src/rendering/text.ts';
import { testBot } from '../support/bot.ts';

const org = { id: 1, name: '试验县', timeZone: 'Asia/Shanghai', settings: DEFAULT_SETTINGS, calendar: workCalendar() };

it('admins and staff are told in December that the next year’s calendar is not known, and each month until it is', async () => {
  const bot = await testBot();
  const [due] = calendarWarning.due(date('2026-12-01'), org);
  if (!due) throw new Error('not due');
  const told = await bot.inOrg((tx) =>
    calendarWarning.run({ tx, org, due, now: due.at, today: dateAt(due.at, org.timeZone), chats: [] }),
  );
  expect(told.map(({ to }) => ('personId' in to ? to.personId : 0))).toEqual([
    bot.people.钱七,
    bot.people.钱七二,
    bot.people.周九,
  ]);
  expect(told[0] && toText({ ...told[0].reply, mentions: [] })).toContain('2027年放假和调休安排还没有收录');
  expect(calendarWarning.due(date('2027-03-01'), org)).toHaveLength(1);
  expect(calendarWarning.due(date('2026-11-02'), org)).toEqual([]);
  expect((await bot.says('钱七', '设置 工作日 2027年2月8日 放假')).text).toContain('2027年2月8日');
});

it('a deadline in such a year says how it was counted', async () => {
  const bot = await testBot();
  bot.at('2026-12-30T10:00:00+08:00');
  const far = await bot.says('钱七', '分派 @李四 2027年1月6日 报送清单');
  expect(far.text).toContain('2027年放假安排未收录，暂按周一至周五推算');
  const near = await bot.says('钱七', '分派 @李四 12月31日 报送名单');
  expect(near.text).not.toContain('未收录');
});
