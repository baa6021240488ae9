import { beforeAll, expect, test } from 'vitest';
import { insertRecord } from '../../../src/db/change.ts';
import { date } from '../../../src/domain/calendar/date.ts';
import { type TestBot, testBot } from '../../support/bot.ts';
import { figureOf } from '../../support/measured.ts';
import { aProject } from '../../support/project.ts';

let bot: TestBot;
const at = (text: string) => new Date(`${text}+08:00`);

beforeAll(async () => {
  bot = await testBot();
  const unit_id = bot.units.临洺关镇 ?? 0;
  const project_id = await aProject(bot, {
    name: '甲项目',
    unit: '临洺关镇',
    row: { first_reported_at: at('2026-06-30T23:00'), chain: '光伏' },
  });
  await aProject(bot, { name: '乙项目', unit: '临洺关镇', row: { first_reported_at: at('2026-01-01T00:30') } });
  await aProject(bot, { name: '丙项目', unit: '临洺关镇', row: { first_reported_at: at('2025-12-31T23:59') } });
  await bot.inOrg(async (tx) => {
    const base = { title: '事', from_person_id: bot.people.钱七 ?? 0, unit_id, created_at: at('2026-05-01T09:00') };
    const task = (due: string, more: object) => insertRecord(tx, 'tasks', { ...base, due_on: date(due), ...more }, 'R');
    await task('2026-06-10', { state: 'done', finished_at: at('2026-06-10T23:30') });
    await task('2026-06-10', { state: 'done', finished_at: at('2026-06-11T00:10') });
    await task('2026-06-11', { state: 'doing', finished_at: at('2026-06-10T09:00') });
    await task('2026-06-12', { state: 'cancelled' });
    await task('2026-06-30', { state: 'unsigned' });
    await task('2026-06-29', { state: 'done', finished_at: at('2026-07-01T09:00') });
    const problem = { project_id, text: '堵点', reported_by: 1 };
    const raise = (more: object) =>
      insertRecord(tx, 'problems', { ...problem, reported_at: at('2026-06-02T09:00'), ...more } as never, 'W');
    await raise({ due_on: date('2026-06-09'), state: 'solved', solved_at: at('2026-06-20T09:00') });
    await raise({ due_on: date('2026-06-09'), state: 'solved', solved_at: at('2026-07-20T09:00') });
    await raise({ due_on: date('2026-06-30') });
    const promise = (due: string, more: object = {}) =>
      insertRecord(
        tx,
        'commitments',
        {
          project_id,
          text: '办证',
          unit_id,
          made_by: 1,
          made_at: at('2026-05-01T09:00'),
          due_on: date(due),
          ...more,
        } as never,
        'C',
      );
    await promise('2026-06-05', { state: 'kept', kept_on: date('2026-06-09'), kept_at: at('2026-06-09T09:00') });
    await promise('2026-06-06', {
      unit_id: null,
      state: 'kept',
      kept_on: date('2026-07-01'),
      kept_at: at('2026-07-01T09:00'),
    });
    await promise('2026-06-30');
    await promise('2026-07-01', { state: 'kept', kept_on: date('2026-06-09'), kept_at: at('2026-06-09T09:00') });
    await promise('2026-06-20', { made_at: at('2026-07-01T09:00') });
    const went = (kind: string, from: string, to: string, more: object = {}) =>
      insertRecord(
        tx,
        'activities',
        {
          kind,
          from_on: date(from),
          to_on: date(to),
          unit_id,
          reported_by: 1,
          reported_at: at('2026-06-28T09:00'),
          ...more,
        } as never,
        'H',
      );
    await went('外出招商', '2026-06-01', '2026-06-03', { leader: '王五', leader_level: '部门负责人', chain: '光伏' });
    await went('外出招商', '2026-06-03', '2026-06-03', { members: ['王五'], half_days: 1 });
    await went('来访接待', '2026-06-04', '2026-06-04', { chain: '光伏' });
    await went('推介会', '2026-06-29', '2026-06-29', { reported_at: at('2026-07-01T09:00') });
  });
});

test.each([
  ['lead_count', '1', 'by the day in the office’s own time zone'],
  ['lead_count/本月', '0', 'what was reported after the cut-off is not known yet'],
  ['lead_count/产业链=光伏', '0', 'what was reported after the cut-off is not known yet'],
  ['tasks_due', '5', 'cancelled ones left out'],
  ['tasks_on_time', '1', 'finished on the day due, not a minute later, and not sent back'],
  ['tasks_overdue', '2', 'not finished by the cut-off and the day due is over'],
  ['problems_raised', '3', 'reported in the span'],
  ['problems_solved', '1', 'solved by the cut-off'],
  ['problems_overdue', '1', 'due on the cut-off’s day is not over yet'],
  ['commitments_due', '3', 'made by the cut-off and due in the span, of the project’s unit where none answers for it'],
  ['commitments_kept', '1', 'kept by the cut-off, late or not'],
  ['commitments_overdue', '1', 'due on the cut-off’s day is not over yet'],
  ['activity_count', '3', 'reported by the cut-off'],
  ['activity_count/外出招商', '2', 'of a kind'],
  ['activity_count/外出招商/部门负责人', '1', 'of a kind and a level'],
  ['chains_active', '1', 'each chain once'],
  ['outing_half_days', '6', 'a day on two trips counts once'],
  ['work_half_days/本月', '42', 'workdays of June 2026, the Dragon Boat day off'],
])('%s is %s: %s', async (name, figure) => {
  expect(await figureOf(bot, name)).toBe(figure);
});
