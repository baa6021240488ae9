import { exact } from '../../domain/money/decimal.ts';
import type { RankedPerson } from '../../domain/report/person-board.ts';
import { percent } from '../format.ts';
import { note, type Reply, say, type TablePart } from '../reply.ts';

const LISTED = 10;

/** The best people of a period; the rest is counted, not named. */
export function personBoardReply(
  { periodLabel, people }: { readonly periodLabel: string; readonly people: readonly RankedPerson[] },
  unit: string | null,
): Reply {
  const shown = people.slice(0, LISTED);
  const left = people.length - shown.length;
  const rows = shown.map((person) => [
    String(person.rank),
    person.name,
    ...(unit === null ? [person.unit ?? '—'] : []),
    String(person.signed),
    String(person.leads),
    String(person.activities),
    String(person.notes),
    person.tasksDue === 0 ? '—' : `${person.tasksOnTime}/${person.tasksDue}`,
  ]);
  return {
    title: `${unit ?? '全部单位'}个人榜（${periodLabel}）${people.length === 0 ? '：还没有' : ''}`,
    tone: 'info',
    parts: [
      ...(rows.length > 0
        ? [
            {
              type: 'table' as const,
              columns: [
                { head: '位次' },
                { head: '姓名' },
                ...(unit === null ? [{ head: '单位' }] : []),
                ...['签约', '线索', '活动', '进展', '按期任务'].map((head) => ({ head, align: 'right' as const })),
              ],
              rows,
              ...(left > 0 ? { more: `另有 ${left} 人，不列名` } : {}),
            },
          ]
        : []),
      note('签约计首报人（核实过的）；依次按签约、线索、活动、进展排；任务为期内到期的，按期/到期。'),
    ],
    buttons: [say('按期率', unit === null ? `按期率 ${periodLabel}` : `按期率 ${unit} ${periodLabel}`)],
  };
}

interface OnTimeRow {
  readonly name: string;
  readonly due: number;
  readonly onTime: number;
  readonly overdue: number;
}

/** How many tasks were finished on time, by unit; of one unit by person. */
export function onTimeReply(
  {
    periodLabel,
    units,
    people,
  }: {
    readonly periodLabel: string;
    readonly units: readonly OnTimeRow[];
    readonly people: readonly OnTimeRow[] | null;
  },
  unit: string | null,
): Reply {
  const due = units.reduce((total, row) => total + row.due, 0);
  const onTime = units.reduce((total, row) => total + row.onTime, 0);
  const tasked = units.filter((row) => row.due > 0);
  const table = unit === null ? onTimeTable('单位', tasked) : onTimeTable('人员', people ?? []);
  return {
    title: `${unit ?? '全部单位'}任务按期率（${periodLabel}）：${rateText(onTime, due)}，到期 ${due} 件、按期 ${onTime} 件`,
    tone: 'info',
    parts: [
      ...(table.rows.length > 0 ? [table] : []),
      ...(people === null && unit !== null ? [note('别的单位的人员情况由投促中心和领导查看。')] : []),
      note('按期＝到期当日或之前报办结且没有退回；超期＝到期仍未办结；撤销的不计；个人计被指派或签收的人。'),
    ],
    buttons: [say('个人榜', unit === null ? `个人榜 ${periodLabel}` : `个人榜 ${unit} ${periodLabel}`)],
  };
}

const onTimeTable = (head: string, rows: readonly OnTimeRow[]): TablePart => ({
  type: 'table',
  columns: [{ head }, ...['到期', '按期', '超期', '按期率'].map((one) => ({ head: one, align: 'right' as const }))],
  rows: rows.map(({ name, due, onTime, overdue }) => [
    name,
    String(due),
    String(onTime),
    String(overdue),
    rateText(onTime, due),
  ]),
});

const rateText = (over: number, under: number): string => (under === 0 ? '—' : percent(exact(over).div(under)));
