import { expect, it } from 'vitest';
import chainCheck from '../../jobs/chain-check.ts';
import { date, dateAt } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { testBot } from '../support/bot.ts';

const chains = [
  { name: '新能源', keywords: ['光伏'], leader: '孙八' },
  { name: '现代食品', keywords: ['食品'] },
  { name: '绳网', keywords: ['渔网'], leader: '外人' },
];
const org = {
  id: 1,
  name: '试验县',
  timeZone: 'Asia/Shanghai',
  settings: { ...DEFAULT_SETTINGS, chains },
  calendar: workCalendar(),
};

it('on the last workday of the month, idle chains are named to their leaders and the group', async () => {
  expect(chainCheck.due(date('2026-06-29'), org)).toEqual([]);
  const [due] = chainCheck.due(date('2026-06-30'), org);
  if (!due) throw new Error('not due');
  const bot = await testBot({ settings: { chains } });
  await bot.says('张三', '走访 6月4日 某食品公司 成果：了解需求');
  const chats = [{ id: bot.groupId, name: '群', unitId: null }];
  const told = await bot.inOrg((tx) =>
    chainCheck.run({ tx, org, due, now: due.at, today: dateAt(due.at, org.timeZone), chats }),
  );
  expect(told.map(({ to }) => to)).toEqual([{ personId: bot.people.孙八 }, { chatId: bot.groupId }]);
  expect(told[1]?.reply.title).toBe('本月没有招商活动的产业链：2 条');
});

it('a month that ends on a weekend is checked on Friday', () => {
  expect(chainCheck.due(date('2026-05-29'), org)).toHaveLength(1);
  expect(chainCheck.due(date('2026-05-31'), org)).toEqual([]);
});
