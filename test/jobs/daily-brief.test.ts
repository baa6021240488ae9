import { beforeEach, describe, expect, it } from 'vitest';
import dailyBrief from '../../jobs/daily-brief.ts';
import { addDays, date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import type { OrgClock } from '../../src/queue/define.ts';
import { toText } from '../../src/rendering/text.ts';
import { type TestBot, testBot } from '../support/bot.ts';
import { aProject } from '../support/project.ts';

const clock: OrgClock = {
  id: 1,
  name: '试验县',
  timeZone: 'Asia/Shanghai',
  settings: DEFAULT_SETTINGS,
  calendar: workCalendar(),
};

describe('今日待办 is due', () => {
  it('at 08:30 on each workday of the year, make-up days included, and on no other', () => {
    const days = Array.from({ length: 365 }, (_, n) => addDays(date('2026-01-01'), n));
    const due = days.flatMap((day) => (dailyBrief.kind === 'post' ? dailyBrief.due(day, clock) : []));
    expect(due).toHaveLength(248);
    expect(due.every(({ at }) => at.toISOString().endsWith('T00:30:00.000Z'))).toBe(true);
    const keys = due.map(({ period }) => period.key);
    expect(keys).toContain('2026-02-14');
    expect(keys).not.toContain('2026-10-01');
  });
});

describe('今日待办 says', () => {
  let bot: TestBot;
  beforeEach(async () => {
    bot = await testBot();
  });

  const run = (day: string, unitId: number | null = null) => {
    const [due] = dailyBrief.due(date(day), clock);
    if (!due) throw new Error('not due');
    return bot.inOrg((tx) =>
      dailyBrief.run({
        tx,
        org: clock,
        due,
        now: due.at,
        today: date(day),
        chats: [{ id: bot.groupId, name: '群', unitId }],
      }),
    );
  };

  it('one gathered message to each person with something to do, and nothing to others', async () => {
    await aProject(bot, { name: '乙项目', unit: '城东街道', row: { last_progress_on: '2026-05-12' as never } });
    await bot.says('钱七', '分派 @李四 6月11日 报送清单');
    await bot.says('钱七', '分派 @李四 6月10日 报送名单');
    const postings = await run('2026-06-11');
    const personal = postings.flatMap(({ to, reply }) =>
      'personId' in to ? [{ to: to.personId, text: toText({ ...reply, mentions: [] }) }] : [],
    );
    expect(personal.map(({ to }) => to).sort()).toEqual([bot.people.李四, bot.people.赵六].sort());
    expect(personal.find(({ to }) => to === bot.people.李四)?.text).toContain('待办 2 件，逾期 1 件，今日到期 1 件');
    expect(personal.find(({ to }) => to === bot.people.赵六)?.text).toContain('乙项目：30 天没有进展');
  });

  it('names a lead without progress on its reminder days only, after a weekend on Monday', async () => {
    await aProject(bot, { name: '乙项目', unit: '城东街道', row: { last_progress_on: '2026-05-14' as never } });
    expect(await run('2026-06-12')).toEqual([]);
    expect(await run('2026-06-15')).toHaveLength(1);
    expect(await run('2026-06-16')).toEqual([]);
  });

  it('names landed firms that nobody called on for long on the first workday of the week', async () => {
    const row = { stage: '投产' as const, stage_on: '2025-01-10' as never };
    await aProject(bot, { name: '老厂', unit: '城东街道', row });
    expect(await run('2026-06-12')).toEqual([]);
    const [monday] = await run('2026-06-15');
    expect(toText({ ...(monday?.reply ?? { title: '' }), mentions: [] })).toContain('好久没走访：老厂');
  });

  it("the group's new leads, what is due, and who is overdue", async () => {
    await aProject(bot, { name: '甲项目', unit: '临洺关镇' });
    await bot.says('钱七', '分派 @李四 6月10日 报送名单');
    const group = (await run('2026-06-11')).find(({ to }) => 'chatId' in to);
    const text = toText({ ...(group?.reply ?? { title: '' }), mentions: [] });
    expect(text).toContain('新线索 1 条');
    expect(text).toContain('李四 1 件任务');
    expect((await run('2026-06-11', bot.units.城东街道 ?? null)).some(({ to }) => 'chatId' in to)).toBe(false);
  });

  it('nothing to those who have muted it', async () => {
    await bot.says('钱七', '分派 @李四 6月12日 报送名单');
    await bot.inOrg((tx) =>
      tx.sql
        .updateTable('people')
        .set({ mutes: ['今日待办'] })
        .execute(),
    );
    expect((await run('2026-06-11')).filter(({ to }) => 'personId' in to)).toEqual([]);
  });
});
