import { expect, it } from 'vitest';
import protectionExpiry from '../../jobs/protection-expiry.ts';
import { dateAt } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { testBot } from '../support/bot.ts';
import { toldTo } from '../support/outbox.ts';
import { aProject } from '../support/project.ts';

it('a lead goes to the pool once, on the first working morning after its protection', async () => {
  const bot = await testBot();
  await aProject(bot, { name: '甲项目', unit: '临洺关镇', row: { last_progress_on: '2026-03-15' as never } });
  await aProject(bot, { name: '乙项目', unit: '临洺关镇' });
  const run = (at: string) => {
    const now = new Date(`${at}+08:00`);
    const org = {
      id: bot.orgId,
      name: '试验县',
      timeZone: 'Asia/Shanghai',
      settings: DEFAULT_SETTINGS,
      calendar: workCalendar(),
    };
    return bot.inOrg((tx) => protectionExpiry.run({ tx, org, now, today: dateAt(now, 'Asia/Shanghai') }));
  };
  const pool = () =>
    bot.inOrg((tx) => tx.sql.selectFrom('projects').select('name').where('unit_id', 'is', null).execute());
  await run('2026-06-12T10:00');
  await run('2026-06-14T10:00');
  expect(await pool()).toEqual([]);
  await Promise.all([run('2026-06-15T08:00'), run('2026-06-15T08:00')]);
  expect(await pool()).toEqual([{ name: '甲项目' }]);
  expect(await toldTo(bot, '李四')).toEqual(['首报保护到期，1 条线索已转入公海']);
  const events = await bot.inOrg((tx) =>
    tx.sql.selectFrom('project_events').selectAll().where('kind', '=', 'release').execute(),
  );
  expect(events).toHaveLength(1);
});
