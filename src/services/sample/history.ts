import { insertRecord } from '../../db/change.ts';
import { changeProject } from '../../db/project.repository.ts';
import { addDays, addMonths, endOfMonth, startOfMonth } from '../../domain/calendar/date.ts';
import { problemKindOf } from '../../domain/work/problem.ts';
import { makeLibrary } from './library.ts';
import { makeOutreach } from './outreach.ts';
import { at, DAYS, type Making, makeProject, workday } from './projects.ts';
import { makePromises } from './promises.ts';
import { COMPANY_NAMES, COMPANY_REGIONS, PROBLEMS, TASKS } from './words.ts';

/** Four months of leads and what became of them, and the same months of last year, for 同比. */
export async function fillHistory(making: Making): Promise<void> {
  const { random, roster, today } = making;
  const strength = new Map(roster.units.map((unit, at) => [unit.id, 1.25 - (at % 12) * 0.07]));
  for (const { from, count } of [
    { from: addDays(today, -365 - DAYS), count: 70 },
    { from: addDays(today, -DAYS), count: 120 },
  ]) {
    const until = from < addDays(today, -300) ? addDays(today, -365) : addDays(today, -1);
    for (let made = 0; made < count; made += 1) {
      const unit = random.pick(roster.units);
      if (!random.chance(Math.min(1, strength.get(unit.id) ?? 1))) continue;
      await makeProject(making, unit, workday(addDays(from, random.between(0, DAYS - 4))), until);
    }
  }
  await makeTasks(making);
  await makeActivities(making);
  await pickKeyProjects(making);
  await makePromises(making);
  await makeLibrary(making);
  await makeOutreach(making);
}

/** The three largest that are signed and not yet under construction are pushed by a leader each. */
async function pickKeyProjects({ tx, today }: Making): Promise<void> {
  const largest = await tx.sql
    .selectFrom('projects')
    .select('id')
    .where('stage', 'in', ['签约', '落地'])
    .orderBy('investment_wan', 'desc')
    .orderBy('id')
    .limit(LEADERS.length)
    .execute();
  for (const [at, { id }] of largest.entries())
    await changeProject(tx, id, {
      key_project: true,
      leader: LEADERS[at] ?? null,
      expected_on: endOfMonth(addMonths(startOfMonth(today), at + 1)),
      expected_stage: '开工',
    });
}

const LEADERS = ['孙立群', '何长河', '梁秋实'];

async function makeTasks(making: Making): Promise<void> {
  const { tx, random, roster, today } = making;
  for (let made = 0; made < 24; made += 1) {
    const unit = random.pick(roster.units);
    const created = workday(addDays(today, -random.between(1, 30)));
    const due = workday(addDays(created, random.between(3, 16)));
    const done = due < today && random.chance(0.75);
    await insertRecord(
      tx,
      'tasks',
      {
        title: random.pick(TASKS),
        from_person_id: random.pick([...roster.staff, ...roster.leaders]),
        unit_id: unit.id,
        person_id: unit.people[1] ?? null,
        due_on: due,
        state: done ? 'done' : random.chance(0.7) ? 'doing' : 'unsigned',
        created_at: at(making, created, 9),
        ...(done
          ? { signed_at: at(making, created, 11), finished_at: at(making, due, 15), checked_at: at(making, due, 16) }
          : {}),
      },
      'R',
    );
  }
  const { rows } = {
    rows: await tx.sql
      .selectFrom('projects')
      .select(['id', 'unit_id'])
      .where('stage', 'in', ['签约', '落地', '开工'])
      .orderBy('id', 'desc')
      .limit(6)
      .execute(),
  };
  for (const row of rows) {
    const text = random.pick(PROBLEMS);
    const values = {
      project_id: row.id,
      text,
      kind: problemKindOf(text),
      unit_id: row.unit_id,
      due_on: workday(addDays(today, random.between(-6, 14))),
      reported_by: roster.staff[0] ?? 1,
      reported_at: at(making, addDays(today, -10), 10),
    };
    await insertRecord(tx, 'problems', values, 'W');
  }
}

async function makeActivities(making: Making): Promise<void> {
  const { tx, random, roster, today } = making;
  for (let made = 0; made < 45; made += 1) {
    const unit = random.pick(roster.units);
    const from = workday(addDays(today, -random.between(2, DAYS)));
    const out = random.chance(0.6);
    await insertRecord(
      tx,
      'activities',
      {
        kind: out ? '外出招商' : '来访接待',
        from_on: from,
        to_on: addDays(from, out ? random.between(0, 3) : 0),
        regions: [random.pick(COMPANY_REGIONS)],
        leader_id: unit.people[0] ?? null,
        leader_level: '部门负责人',
        companies: [`${random.pick(COMPANY_NAMES)}集团`],
        unit_id: unit.id,
        reported_by: unit.people[1] ?? 1,
        reported_at: at(making, from, 19),
      },
      'H',
    );
  }
}
