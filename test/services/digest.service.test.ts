import { describe, expect, it } from 'vitest';
import { loadOrg } from '../../src/db/org.repository.ts';
import { addDays, type CalendarDate, date } from '../../src/domain/calendar/date.ts';
import { workCalendar } from '../../src/domain/calendar/workday.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.ts';
import { buildDigest, digestDue } from '../../src/services/digest.service.ts';
import { type TestBot, testBot } from '../support/bot.ts';
import { aMove, anEntry } from '../support/measured.ts';
import { aMonth } from '../support/month.ts';
import { aProject } from '../support/project.ts';

const clock = { name: '试验县', timeZone: 'Asia/Shanghai', settings: DEFAULT_SETTINGS, calendar: workCalendar() };
const digest = (bot: TestBot, day: string, upto?: string) =>
  bot.inOrg(async (tx) => {
    const org = { ...(await loadOrg(tx)), calendar: workCalendar() };
    const due = upto ? new Date(upto) : digestDue(date(day), org);
    if (!due) throw new Error('no digest this week');
    return buildDigest(tx, org, date(day), due);
  });

describe('when the digest is due', () => {
  it.each([
    ['2026-06-10', '2026-06-12T09:00:00.000Z'],
    ['2026-10-05', '2026-10-10T09:00:00.000Z'],
    ['2026-02-18', undefined],
  ])('in the week of %s: %s', (day, due) => {
    expect(digestDue(date(day), clock)?.toISOString()).toBe(due);
  });

  it('each begins where the last one ended, over weeks off too', async () => {
    const bot = await testBot();
    let before = '';
    for (let day: CalendarDate = date('2026-01-26'); day < '2026-03-20'; day = addDays(day, 7)) {
      if (!digestDue(day, clock)) continue;
      const [from, upto] = (await digest(bot, day)).spanLabel.split('—');
      if (before) expect(from).toBe(before);
      before = upto ?? '';
    }
    expect(before).toBe('3月20日 17:00');
  });
});

describe('what the digest holds', () => {
  it('counts each verified sum in one week alone, at its instant', async () => {
    const bot = await testBot();
    await aProject(bot, { name: '甲项目', unit: '临洺关镇' });
    const verified = (at: string, amount: string) =>
      bot.inOrg(async (tx) => {
        await tx.sql
          .updateTable('entries')
          .set({ verified_at: new Date(at) })
          .where('amount', '=', amount as never)
          .execute();
      });
    await anEntry(bot, 1, { kind: 'funds', amount: '100', on: '2026-06-05' });
    await verified('2026-06-05T17:00:00+08:00', '100');
    await anEntry(bot, 1, { kind: 'funds', amount: '30', on: '2026-06-08' });
    await verified('2026-06-05T17:00:00.001+08:00', '30');
    await anEntry(bot, 1, { kind: 'funds', amount: '4', on: '2026-06-12' });
    await verified('2026-06-12T17:00:00.001+08:00', '4');
    expect((await digest(bot, '2026-06-03')).funds).toEqual({ now: '100', before: '0' });
    expect((await digest(bot, '2026-06-10')).funds).toEqual({ now: '30', before: '100' });
    expect((await digest(bot, '2026-06-17')).funds).toEqual({ now: '4', before: '30' });
    expect((await digest(bot, '2026-06-17')).weeks.slice(-3).map((week) => week.funds)).toEqual(['100', '30', '4']);
  });

  it('has new leads, moves, tasks and who was silent, unit by unit', async () => {
    const bot = await aMonth();
    await bot.says('钱七', '分派 @李四 6月1日 报送清单');
    await bot.says('钱七', '分派 @李四 6月17日 报送名单');
    const model = await digest(bot, '2026-06-10');
    expect(model.signedCount).toEqual({ now: '2', before: '0' });
    expect(model.signedAmount.now).toBe('140000');
    expect(model.newLeads).toEqual(['X1 华辰光伏组件项目（临洺关镇）', 'X2 鲁泰装备项目（城东街道）']);
    expect(model.moves).toContain('X1 华辰光伏组件项目（临洺关镇） 签约');
    const row = model.rows.find(({ unit }) => unit === '临洺关镇');
    expect(row).toMatchObject({ leads: 1, signed: '1', funds: '8000' });
    expect(model.silent).toEqual(['经济开发区', '发改局', '投促中心']);
    expect(model.nextWeek).toEqual([expect.stringContaining('报送名单')]);
    expect(model.funnel.find(({ stage }) => stage === '签约')).toMatchObject({ count: 2, added: 2 });
  });

  it('announces what is due from the next workday on, for a week', async () => {
    const bot = await aMonth();
    for (const [day, what] of [
      ['15日', '甲'],
      ['21日', '乙'],
      ['22日', '丙'],
    ])
      await bot.says('钱七', `分派 @李四 6月${day} 报送${what}材料`);
    const { nextWeek } = await digest(bot, '2026-06-10');
    expect(nextWeek.map((line) => /报送.材料/.exec(line)?.[0])).toEqual(['报送甲材料', '报送乙材料']);
  });

  it('names who moved with the reason, a fall by what was reversed', async () => {
    const bot = await testBot();
    await aProject(bot, { name: '甲项目', unit: '临洺关镇' });
    await aProject(bot, { name: '乙项目', unit: '城东街道' });
    await anEntry(bot, 1, { kind: 'funds', amount: '9000', on: '2026-06-03' });
    await anEntry(bot, 1, { kind: 'funds', amount: '-8000', on: '2026-06-10', reverses: 1 });
    await anEntry(bot, 2, { kind: 'funds', amount: '5000', on: '2026-06-03', unit: '城东街道' });
    await aMove(bot, 2, { stage: '签约', on: '2026-06-11', amount: '20000', unit: '城东街道' });
    const { movers } = await digest(bot, '2026-06-10');
    expect(movers).toEqual([
      { unit: '临洺关镇', group: '乡镇组', from: 1, to: 2, why: '到位资金冲减 8000 万元' },
      { unit: '城东街道', group: '乡镇组', from: 2, to: 1, why: '新签约 1 个' },
    ]);
  });

  it('keeps a unit until its last day, and no refused lead', async () => {
    const bot = await aMonth();
    await bot.inOrg((tx) =>
      tx.sql
        .updateTable('units')
        .set({ ends_on: date('2026-12-31') })
        .where('name', '=', '城东街道')
        .execute(),
    );
    await bot.inOrg((tx) =>
      tx.sql.updateTable('projects').set({ adjudication: 'refused' }).where('id', '=', 1).execute(),
    );
    const model = await digest(bot, '2026-06-10');
    expect(model.silent).not.toContain('城东街道');
    expect(model.rows.find(({ unit }) => unit === '城东街道')).toMatchObject({ signed: '1', funds: '1000' });
    expect(model.leads.now).toBe('1');
    expect(model.rows.map(({ leads }) => leads).reduce((a, b) => a + b)).toBe(1);
  });
});
