import { expect, it } from 'vitest';
import keyProjects from '../../jobs/key-projects.ts';
import { date, dateAt } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { testBot } from '../support/bot.ts';
import { aProject } from '../support/project.ts';

const org = {
  id: 1,
  name: '试验县',
  timeZone: 'Asia/Shanghai',
  settings: DEFAULT_SETTINGS,
  calendar: workCalendar(),
};

it('asks who answers for each project, and shows the group all of them; nothing where there are none', async () => {
  const [due] = keyProjects.due(date('2026-06-15'), org);
  if (!due) throw new Error('not due');
  const bot = await testBot();
  const chats = [{ id: bot.groupId, name: '群', unitId: null }];
  const post = () =>
    bot.inOrg((tx) => keyProjects.run({ tx, org, due, now: due.at, today: dateAt(due.at, org.timeZone), chats }));
  expect(await post()).toEqual([]);
  for (const name of ['甲项目', '乙项目']) {
    const id = await aProject(bot, { name, unit: '临洺关镇', row: { stage: '签约' } });
    await bot.says('孙八', `顶格 X${id} 孙县长 6月12日前落地`);
  }
  const told = await post();
  expect(told.map(({ to }) => to)).toEqual([{ personId: bot.people.李四 }, { chatId: bot.groupId }]);
  expect(told[0]?.reply.title).toBe('请报本周顶格推进情况：2 个项目');
  expect(told[0]?.reply.buttons?.map(({ label }) => label)).toEqual(['报 X1', '报 X2']);
  expect(JSON.stringify(told[1]?.reply)).toContain('6月12日前落地（已过期）');
});
