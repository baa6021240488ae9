import { expect, test } from 'vitest';
import halfYear from '../../../jobs/half-year.ts';
import { loadOrg } from '../../../src/db/org.repository.ts';
import { addDays, date } from '../../../src/domain/calendar/date.ts';
import { workCalendar } from '../../../src/domain/calendar/workday.ts';
import { toText } from '../../../src/rendering/text.ts';
import { recompute } from '../../../src/services/verify.service.ts';
import { aMonth } from '../../support/month.ts';

test('says by task and unit who has passed the half, and what the year lacks', async () => {
  const bot = await aMonth();
  const { text } = await bot.says('张三', '双过半');
  expect(text).toContain('2026年上半年“双过半”');
  expect(text).toContain('2 个单位有任务，各项都双过半的 1 个');
  expect(text).toContain('到位资金完成 45.0%，1/2 个单位过半，未过半：城东街道');
  expect(text).toContain('临洺关镇 | 80.0% 过');
  expect(text).not.toContain('发改局');
  expect((await bot.says('张三', '全年')).text).toContain('0/2 个单位完成，未完成：城东街道、临洺关镇');
});

test('is posted once for each half, kept with its inputs, and recomputes', async () => {
  const bot = await aMonth();
  const org = { ...(await bot.inOrg(loadOrg)), calendar: workCalendar() };
  const days = Array.from({ length: 360 }, (_, n) => addDays(date('2026-01-01'), n));
  const dues = days.flatMap((day) => halfYear.due(day, org));
  expect(dues.map(({ period, at }) => `${period.key} ${at.toISOString()}`)).toEqual([
    '2025 2026-01-04T01:00:00.000Z',
    '2026-H1 2026-07-01T01:00:00.000Z',
  ]);
  const [, due] = dues;
  if (!due) throw new Error('not due');
  bot.at(due.at);
  const chats = [{ id: bot.groupId, name: '群', unitId: null }];
  const run = () => bot.inOrg((tx) => halfYear.run({ tx, org, due, now: due.at, today: date('2026-07-01'), chats }));
  const [posting] = await run();
  expect(toText({ ...(posting?.reply ?? { title: '' }), mentions: [] })).toContain('1/2 个单位过半');
  expect(posting?.reply.parts?.filter(({ type }) => type === 'file')).toHaveLength(2);
  await run();
  expect(await bot.inOrg((tx) => recompute(tx, org))).toMatchObject([{ kind: 'half', period: '2026-H1', ok: true }]);
});
