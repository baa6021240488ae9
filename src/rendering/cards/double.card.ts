import type { CalendarDate } from '../../domain/calendar/date.ts';
import { dateAt } from '../../domain/calendar/date.ts';
import type { Project } from '../../domain/project/project.ts';
import { dayText } from '../day.ts';
import { maskedMobile } from '../format.ts';
import { type Button, list, note, type Reply, say } from '../reply.ts';
import { investmentText, projectTitle, standingText } from './project.card.ts';

interface Side {
  readonly project: Project;
  readonly unit: string | null;
  readonly reporter: string | null;
  readonly mobiles: readonly string[];
}

interface Doubles {
  readonly double: Side;
  readonly original: Side;
  readonly verdict: 'pending' | 'clear' | 'refused';
  readonly changed: boolean;
}

const press = (label: string, action: string, id: number, style: Button['style']): Button => ({
  label,
  ...(style ? { style } : {}),
  press: { command: '裁定', action, args: { id } },
});

/** A likely double beside the record of the first report, with the verdict, or the way to give it. */
export function doubleCard(
  { double, original, verdict, changed }: Doubles,
  where: { today: CalendarDate; timeZone: string },
): Reply {
  const id = double.project.id;
  const titles = {
    pending: `是不是同一个项目：X${id} 和 X${original.project.id}？`,
    clear: `X${id} 和 X${original.project.id} 不是同一个项目`,
    refused: `X${id} 与 X${original.project.id} 重复，已并入`,
  } as const;
  return {
    title: `${verdict !== 'pending' && changed ? '已裁定：' : ''}${titles[verdict]}`,
    tone: verdict === 'pending' ? 'ask' : 'ok',
    record: `X${id}`,
    parts: [
      {
        type: 'table',
        columns: [{ head: '' }, { head: `X${original.project.id}（先报）` }, { head: `X${id}` }],
        rows: ROWS.map(([label, read]) => [label, read(original, where) ?? '–', read(double, where) ?? '–']),
      },
      note(NOTES[verdict]),
    ],
    buttons:
      verdict === 'pending'
        ? [press('不是同一个', 'apart', id, 'primary'), press('是重复', 'same', id, 'danger')]
        : [say('查看项目', `查 X${verdict === 'refused' ? original.project.id : id}`)],
  };
}

const NOTES: Readonly<Record<Doubles['verdict'], string>> = {
  pending: '首报的受保护。要写原因：裁定 编号 重复（或 不同）原因。',
  clear: '两个项目各算各的。',
  refused: '重复的不再计数，联系人并到先报的项目；两边的经过都保留。',
};

const ROWS: readonly (readonly [
  label: string,
  read: (side: Side, where: { today: CalendarDate; timeZone: string }) => string | null,
])[] = [
  ['项目', ({ project }) => project.name],
  ['投资方', ({ project }) => project.investor],
  ['总投资', ({ project }) => investmentText(project)],
  ['电话', ({ mobiles }) => mobiles.map(maskedMobile).join('、') || null],
  ['报送', ({ unit, reporter }) => [unit, reporter].filter(Boolean).join(' ') || null],
  ['时间', ({ project }, { today, timeZone }) => dayText(dateAt(project.firstReportedAt, timeZone), today)],
  ['阶段', ({ project }) => standingText(project)],
];

/** What waits for a verdict. */
export const doublesCard = (doubles: readonly { readonly project: Project; readonly original: Project }[]): Reply =>
  doubles.length === 0
    ? { title: '没有待裁定的疑似重复', tone: 'ok' }
    : {
        title: `待裁定 ${doubles.length} 件疑似重复`,
        tone: 'info',
        parts: [
          list(
            doubles
              .slice(0, 8)
              .map(({ project, original }) => `${projectTitle(project)}，像 ${projectTitle(original)}`),
          ),
        ],
        buttons: doubles.slice(0, 4).map(({ project }) => say(`裁定 X${project.id}`, `裁定 X${project.id}`)),
      };
