import { insertRecord } from '../../db/change.ts';
import { addDays, type CalendarDate } from '../../domain/calendar/date.ts';
import { problemKindOf } from '../../domain/work/problem.ts';
import { at, type Making, workday } from './projects.ts';

/** What was promised, with how many days from today it is due and whether it is kept. */
const PROMISES: readonly (readonly [text: string, due: number, kept: boolean])[] = [
  ['厂区外道路通到围墙', -20, true],
  ['双回路供电接到红线', -12, true],
  ['临时变压器先行到位', -4, false],
  ['协助办理施工许可', 6, false],
  ['职工公寓 40 套交付', 25, false],
  ['污水管网接通', 40, false],
];

/** What firms ask for: days since, and how far it has come (raised, handling, closed) with the firm's word. */
const REQUESTS: readonly (readonly [text: string, since: number, answer: string | null, rating: number | null])[] = [
  ['用电容量不足，想增容', 18, '变压器已增容到 1250 千伏安', 5],
  ['招不到熟练焊工', 14, '已与职教中心签订单班，首批 30 人', 4],
  ['流动资金周转紧张', 9, null, null],
  ['货车进园区限高', 6, '限高杆已拆除', null],
  ['用气价格偏高，想直供', 1, null, null],
];

/** Promises to investors and requests of enterprises, so that their lists are not empty. */
export async function makePromises(making: Making): Promise<void> {
  const { tx, roster, today } = making;
  const projects = await tx.sql
    .selectFrom('projects')
    .select(['id', 'name', 'investor', 'unit_id'])
    .where('stage', 'in', ['签约', '落地', '开工', '投产'])
    .where('unit_id', 'is not', null)
    .orderBy('stage_on', 'desc')
    .orderBy('id')
    .limit(12)
    .execute();
  const staff = roster.staff[0] ?? 1;
  for (const [index, [text, due, kept]] of PROMISES.entries()) {
    const project = projects[index * 2];
    if (!project) return;
    const dueOn = workday(addDays(today, due));
    const keptOn = kept ? workday(addDays(dueOn, index === 0 ? -2 : 1)) : null;
    const made = at(making, addDays(today, -60), 10);
    const base = {
      project_id: project.id,
      text,
      unit_id: project.unit_id,
      due_on: dueOn,
      made_by: staff,
      made_at: made,
    };
    await insertRecord(tx, 'commitments', { ...base, ...(keptOn ? keptBy(making, keptOn, staff) : {}) }, 'C');
  }
  for (const [index, one] of REQUESTS.entries()) {
    const project = projects[index * 2 + 1];
    if (project) await makeRequest(making, project, one, staff);
  }
}

const keptBy = (making: Making, keptOn: CalendarDate, by: number) => ({
  state: 'kept' as const,
  kept_on: keptOn,
  evidence: '现场已验收',
  kept_by: by,
  kept_at: at(making, keptOn, 16),
});

async function makeRequest(
  making: Making,
  project: {
    readonly id: number;
    readonly name: string;
    readonly investor: string | null;
    readonly unit_id: number | null;
  },
  [text, since, answer, rating]: (typeof REQUESTS)[number],
  by: number,
): Promise<void> {
  const { tx, today } = making;
  const raisedOn = workday(addDays(today, -since));
  const handled = since > 1 ? { accepted_by: by, accepted_at: at(making, raisedOn, 15) } : {};
  const closed = answer ? { answer, closed_by: by, closed_at: at(making, addDays(raisedOn, 3), 11) } : {};
  const rated = rating ? { rating, rated_by: by, rated_at: at(making, addDays(raisedOn, 4), 9) } : {};
  await insertRecord(
    tx,
    'requests',
    {
      company: project.investor ?? project.name,
      project_id: project.id,
      text,
      kind: problemKindOf(text),
      unit_id: project.unit_id,
      due_on: workday(addDays(raisedOn, 7)),
      state: answer ? 'closed' : since > 1 ? 'handling' : 'raised',
      raised_by: by,
      raised_at: at(making, raisedOn, 10),
      ...handled,
      ...closed,
      ...rated,
    },
    'S',
  );
}
