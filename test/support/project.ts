import type { Insertable } from 'kysely';
import { insertRecord } from '../../src/db/change.ts';
import type { ProjectRow } from '../../src/db/project.table.ts';
import { dateAt } from '../../src/domain/calendar/date.ts';
import type { TestBot } from './bot.ts';

/** Puts a project into the bot's org; valid from a name alone. Gives its number. */
export async function aProject(
  bot: TestBot,
  project: { name: string; unit?: string; row?: Partial<Insertable<ProjectRow>> },
): Promise<number> {
  const today = dateAt(bot.now(), 'Asia/Shanghai');
  const unitId = project.unit ? (bot.units[project.unit] ?? null) : null;
  const row = await bot.inOrg((tx) =>
    insertRecord(
      tx,
      'projects',
      {
        name: project.name,
        unit_id: unitId,
        first_unit_id: unitId,
        stage: '在谈',
        stage_on: today,
        first_reported_at: bot.now(),
        protected_from: bot.now(),
        last_progress_on: today,
        ...project.row,
      },
      'X',
    ),
  );
  return row.id;
}
