import { type CalendarDate, dateAt } from '../../domain/calendar/date.ts';
import { ENTRY_KINDS, type EntryState } from '../../domain/ledger/entry.ts';
import type { LedgerLine } from '../../domain/ledger/line.ts';
import type { Decimal } from '../../domain/money/decimal.ts';
import { ROLE_NAMES, type Role } from '../../domain/org/access.ts';
import { TARGET_METRICS, type TargetMetric } from '../../domain/target/target.ts';
import { LIGHT_NAMES } from '../../domain/work/light.ts';
import { assigneeName, TASK_STATE_NAMES, type TaskView, taskNumber } from '../../domain/work/task.ts';
import { type CellContent, dayCell, figure, type Sheet, words } from './sheet.ts';

/** What stands over every sheet: whose it is, who took it, when. */
export interface Heading {
  readonly org: string;
  readonly by: string;
  readonly today: CalendarDate;
  readonly timeZone: string;
}

/** A sheet under the heading, a column for each head with its width. */
export function sheetOf(
  name: string,
  { org, by, today }: Heading,
  heads: readonly (readonly [head: string, width: number])[],
  rows: readonly (readonly CellContent[])[],
): Sheet {
  return {
    name,
    title: `${org}${name}`,
    subtitle: `导出人：${by}　　截止时间：${today}`,
    columns: heads.map(([head, width]) => ({ head, width })),
    rows,
  };
}

/** The people, under the heads that an import reads. */
export const rosterSheet = (
  heading: Heading,
  people: readonly {
    readonly name: string;
    readonly unitName: string | null;
    readonly title: string | null;
    readonly role: Role;
    readonly mobile: string | null;
  }[],
): Sheet =>
  sheetOf(
    '花名册',
    heading,
    [
      ['单位', 20],
      ['姓名', 10],
      ['职务', 16],
      ['角色', 12],
      ['手机', 14],
    ],
    people.map(({ unitName, name, title, role, mobile }) => [
      words(unitName),
      words(name),
      words(title),
      words(ROLE_NAMES[role]),
      words(mobile),
    ]),
  );

/** The units, under the heads that an import reads. */
export const unitsSheet = (
  heading: Heading,
  units: readonly {
    readonly name: string;
    readonly kind: string;
    readonly rankingGroup: string | null;
    readonly aliases: readonly string[];
    readonly assessed: boolean;
    readonly startsOn: CalendarDate | null;
    readonly endsOn: CalendarDate | null;
  }[],
): Sheet =>
  sheetOf(
    '单位',
    heading,
    [
      ['单位', 20],
      ['单位类别', 14],
      ['分组', 12],
      ['单位简称', 16],
      ['参加考核', 10],
      ['启用日期', 12],
      ['停用日期', 12],
    ],
    units.map((unit) => [
      words(unit.name),
      words(unit.kind),
      words(unit.rankingGroup),
      words(unit.aliases.join('、')),
      words(unit.assessed ? '是' : '否'),
      dayCell(unit.startsOn),
      dayCell(unit.endsOn),
    ]),
  );

/** The targets, each in the unit of its metric. */
export const targetsSheet = (
  heading: Heading,
  targets: readonly {
    readonly unitName: string;
    readonly metric: string;
    readonly year: number;
    readonly annual: Decimal;
    readonly quarters: readonly Decimal[] | null;
  }[],
): Sheet =>
  sheetOf(
    '目标任务',
    heading,
    [
      ['单位', 20],
      ['指标', 16],
      ['年份', 8],
      ['目标值', 14],
      ['计量单位', 10],
      ['一季度', 12],
      ['二季度', 12],
      ['三季度', 12],
      ['四季度', 12],
    ],
    targets.map(({ unitName, metric, year, annual, quarters }) => {
      const { name, unit } = TARGET_METRICS[metric as TargetMetric];
      const places = unit === '个' ? 0 : 2;
      return [
        words(unitName),
        words(name),
        words(String(year)),
        figure(annual, places),
        words(unit),
        ...[0, 1, 2, 3].map((at) => figure(quarters?.[at] ?? null, places)),
      ];
    }),
  );

/** The industry chains, under the heads that an import reads. */
export const chainsSheet = (
  heading: Heading,
  chains: readonly { readonly name: string; readonly keywords: readonly string[]; readonly leader?: string }[],
): Sheet =>
  sheetOf(
    '产业链',
    heading,
    [
      ['产业链', 16],
      ['关键词', 60],
      ['链长', 12],
    ],
    chains.map(({ name, keywords, leader }) => [words(name), words(keywords.join('、')), words(leader ?? null)]),
  );

const STATES: Readonly<Record<EntryState, string>> = {
  reported: '待核实',
  verified: '已核实',
  returned: '已退回',
  reversed: '已冲销',
};

/** Every line of every ledger, reversals too, each in the unit of its kind. */
export const ledgersSheet = (heading: Heading, lines: readonly LedgerLine[]): Sheet =>
  sheetOf(
    '资金台账',
    heading,
    [
      ['编号', 8],
      ['台账', 14],
      ['项目编号', 10],
      ['项目名称', 28],
      ['责任单位', 18],
      ['金额', 14],
      ['计量单位', 10],
      ['日期', 12],
      ['凭证号', 22],
      ['备注', 24],
      ['核实状态', 16],
      ['计入日期', 12],
      ['填报人', 10],
      ['核实人', 10],
    ],
    lines.map((line) => [
      words(`L${line.id}`),
      words(ENTRY_KINDS[line.kind].name),
      words(`X${line.projectId}`),
      words(line.projectName),
      words(line.unitName),
      figure(line.amount),
      words(ENTRY_KINDS[line.kind].unit),
      dayCell(line.occurredOn),
      words(line.voucher),
      words(line.note),
      words(
        [
          line.reversesId === null ? STATES[line.state] : `冲销 L${line.reversesId}`,
          ...(line.late ? ['补报'] : []),
        ].join('，'),
      ),
      dayCell(line.bookedOn),
      words(line.reportedBy),
      words(line.verifiedBy),
    ]),
  );

/** The tasks with their lights of the moment (督办台账). */
export const tasksSheet = (heading: Heading, tasks: readonly TaskView[]): Sheet =>
  sheetOf(
    '督办台账',
    heading,
    [
      ['编号', 8],
      ['事项', 36],
      ['项目', 24],
      ['交办人', 10],
      ['承办', 16],
      ['交办时间', 12],
      ['时限', 12],
      ['状态', 10],
      ['灯', 10],
      ['最新反馈', 30],
      ['办结时间', 12],
    ],
    tasks.map((task) => [
      words(taskNumber(task)),
      words(task.title),
      words(task.projectName),
      words(task.fromName),
      words(assigneeName(task)),
      dayCell(dateAt(task.createdAt, heading.timeZone)),
      dayCell(task.dueOn),
      words(TASK_STATE_NAMES[task.state]),
      words(task.light && LIGHT_NAMES[task.light].replace(/^\p{Extended_Pictographic}/u, '')),
      words(task.lastNote),
      dayCell(task.checkedAt && dateAt(task.checkedAt, heading.timeZone)),
    ]),
  );
