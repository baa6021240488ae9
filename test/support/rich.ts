import { insertRecord } from '../../src/db/change.ts';
import { addDays, date } from '../../src/domain/calendar/date.ts';
import { type TestBot, testBot } from './bot.ts';
import { aMove, anEntry, shares } from './measured.ts';
import { aProject } from './project.ts';

const UNITS = ['临洺关镇', '城东街道', '经济开发区'] as const;
const STAGES = ['在谈', '签约', '落地', '开工', '竣工', '投产'] as const;
const LEDGERS = ['funds', 'fixed-assets', 'foreign-capital', 'tax', 'output', 'trade'] as const;
const KINDS = ['外出招商', '来访接待', '走访企业'] as const;
const LEVELS = ['党政主要领导', '部门负责人', null] as const;

/** Numbers that look like chance and are the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/**
 * A bot whose org has had a year and a half of everything: shared projects, stage moves in every order, signed twice,
 * entries with reversals, tasks, problems, commitments, activities; some of it reported only, some verified after June 2026.
 */
export async function aRichOrg(seed = 7): Promise<TestBot> {
  const bot = await testBot();
  const pick = chance(seed);
  const one = <Value>(values: readonly Value[]): Value => values[pick(values.length)] as Value;
  const day = () => addDays(date('2025-01-01'), pick(560));
  for (let at = 0; at < 40; at += 1) {
    const unit = one(UNITS);
    const id = await aProject(bot, {
      name: `第${at}项目`,
      unit,
      row: {
        investment_wan: String(3000 + pick(400_000)) as never,
        origin: one(['local', 'province', 'outside', 'overseas', null]),
        foreign_funded: pick(3) === 0,
        chain: one(['光伏', '装备', null]),
        first_reported_at: new Date(`${day()}T09:00:00+08:00`),
      },
    });
    if (pick(3) === 0) await shares(bot, id, day(), { 临洺关镇: '0.35', 城东街道: '0.65' });
    for (let moves = pick(7); moves > 0; moves -= 1) {
      const on = day();
      const verified = pick(5) === 0 ? '2026-07-05' : on;
      await aMove(bot, id, { stage: one(STAGES), on, unit, amount: `${pick(90_000)}.${pick(99)}`, verified });
    }
    for (let entries = pick(6); entries > 0; entries -= 1) {
      const [kind, on] = [one(LEDGERS), day()];
      const amount = `${1 + pick(9000)}.${1 + pick(999)}`;
      const { id: reverses } = await anEntry(bot, id, { kind, amount, on, unit });
      if (pick(4) === 0) await anEntry(bot, id, { kind, amount: `-${amount}`, on, unit, reverses });
    }
    if (at % 5 === 0) {
      await aMove(bot, id, { stage: '签约', on: '2026-02-11', unit, amount: '12345.6' });
      await anEntry(bot, id, { kind: 'funds', amount: '321.123456', on: '2026-03-12', unit });
    }
    await bot.inOrg(async (tx) => {
      const unit_id = bot.units[unit] ?? 0;
      const on = day();
      const at9 = new Date(`${on}T09:00:00+08:00`);
      const finished_at = pick(2) === 0 ? new Date(`${addDays(on, pick(20))}T09:00:00+08:00`) : null;
      const state = finished_at ? one(['done', 'checking', 'doing'] as const) : 'unsigned';
      const from_person_id = bot.people.钱七 ?? 0;
      await insertRecord(
        tx,
        'tasks',
        { title: `事${at}`, from_person_id, unit_id, created_at: at9, due_on: addDays(on, 9), state, finished_at },
        'R',
      );
      const solved = pick(2) === 0;
      await insertRecord(
        tx,
        'problems',
        {
          project_id: id,
          text: '堵点',
          reported_by: bot.people.张三 ?? 0,
          reported_at: at9,
          due_on: addDays(on, 5),
          unit_id: pick(2) === 0 ? unit_id : null,
          state: solved ? 'solved' : 'open',
          solved_at: solved ? new Date(`${addDays(on, pick(30))}T09:00:00+08:00`) : null,
        },
        'W',
      );
      await insertRecord(
        tx,
        'commitments',
        {
          project_id: id,
          text: '办证',
          unit_id: at % 2 === 0 ? unit_id : null,
          due_on: addDays(on, 7),
          made_by: bot.people.张三 ?? 0,
          made_at: at9,
          ...(at % 3 === 0
            ? { state: 'kept' as const, kept_on: addDays(on, 6), kept_at: new Date(`${addDays(on, 6)}T09:00:00+08:00`) }
            : {}),
        } as never,
        'C',
      );
      await insertRecord(
        tx,
        'activities',
        {
          kind: one(KINDS),
          from_on: on,
          to_on: addDays(on, pick(6)),
          half_days: pick(3) === 0 ? 1 : null,
          leader: one(['王五', '赵六']),
          leader_level: one(LEVELS),
          chain: one(['光伏', '装备', null]),
          unit_id,
          reported_by: bot.people.张三 ?? 0,
          reported_at: at9,
        },
        'H',
      );
    });
  }
  return bot;
}
