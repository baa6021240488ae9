import { beforeAll, expect, test } from 'vitest';
import { insertRecord } from '../../../src/db/change.ts';
import { date } from '../../../src/domain/calendar/date.ts';
import { type TestBot, testBot } from '../../support/bot.ts';

let bot: TestBot;
const at = (text: string) => new Date(`${text}+08:00`);

beforeAll(async () => {
  bot = await testBot();
  await bot.inOrg(async (tx) => {
    const task = (due: string, person: string, more: object) =>
      insertRecord(
        tx,
        'tasks',
        {
          title: '事',
          from_person_id: bot.people.钱七 ?? 0,
          unit_id: bot.units.临洺关镇 ?? 0,
          person_id: bot.people[person] ?? null,
          created_at: at('2026-05-20T09:00'),
          due_on: date(due),
          ...more,
        },
        'R',
      );
    await task('2026-06-03', '张三', { state: 'done', finished_at: at('2026-06-03T23:00') });
    await task('2026-06-03', '张三', { state: 'done', finished_at: at('2026-06-04T00:10') });
    await task('2026-06-05', '', { state: 'doing', signed_by: bot.people.李四 ?? 0 });
    await task('2026-06-30', '李四', { state: 'checking', finished_at: at('2026-06-09T09:00') });
    await task('2026-06-05', '李四', { state: 'cancelled' });
    await task('2026-05-29', '李四', { state: 'doing' });
  });
});

test('units stand with their tasks of the month: due, on time, overdue', async () => {
  const { text } = await bot.says('张三', '按期率');
  expect(text).toContain('全部单位任务按期率（2026年6月）：50.0%，到期 4 件、按期 2 件');
  expect(text).toContain('临洺关镇 | 4 | 2 | 1 | 50.0%');
  expect(text).not.toContain('城东街道');
});

test('a unit’s own people, staff and leaders see who: by whom it was given to or who signed for it', async () => {
  for (const who of ['张三', '钱七', '孙八']) {
    const { text } = await bot.says(who, '按期率 临洺关镇');
    expect(text).toContain('张三 | 2 | 1 | 0 | 50.0%');
    expect(text).toContain('李四 | 2 | 1 | 1 | 50.0%');
  }
  const other = await bot.says('赵六', '按期率 临洺关镇');
  expect(other.text).toContain('50.0%');
  expect(other.text).not.toContain('李四');
});

test('other months are other tasks', async () => {
  expect((await bot.says('钱七', '办结率 5月')).text).toContain('到期 1 件、按期 0 件');
});
