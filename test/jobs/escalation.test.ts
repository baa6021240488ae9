import { expect, it } from 'vitest';
import escalation from '../../jobs/escalation.ts';
import { date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { testBot } from '../support/bot.ts';
import { toldTo } from '../support/outbox.ts';

it('the ladder climbs at a tick', async () => {
  const bot = await testBot();
  await bot.says('钱七', '分派 @李四 6月12日 报送清单');
  const org = {
    id: bot.orgId,
    name: '试验县',
    timeZone: 'Asia/Shanghai',
    settings: DEFAULT_SETTINGS,
    calendar: workCalendar(),
  };
  const now = new Date('2026-06-12T08:31:00+08:00');
  await bot.inOrg((tx) => escalation.run({ tx, org, now, today: date('2026-06-12') }));
  expect(await toldTo(bot, '李四')).toContain('【催办】已到期');
});
