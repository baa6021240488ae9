import type { CalendarDate } from '../../domain/calendar/date.ts';
import { ENTRY_KINDS, type Entry, entryNumber } from '../../domain/ledger/entry.ts';
import { compare, type Decimal, exact, isZero } from '../../domain/money/decimal.ts';
import type { ProjectEvent } from '../../domain/project/history.ts';
import type { Project } from '../../domain/project/project.ts';
import { dayText } from '../day.ts';
import { percent, short } from '../format.ts';
import { facts, list, note, type Part, type Reply, say } from '../reply.ts';
import { eventText, ledgerAmount, projectTitle } from './project.card.ts';

const STATES = { reported: '待核实', verified: '已核实', returned: '已退回', reversed: '已冲销' } as const;

/** One line: "L12 到位资金 5000万元，6月8日，X113 华辰光伏". */
export const entryLine = (entry: Entry, project: Pick<Project, 'id' | 'name'>, today: CalendarDate): string =>
  `${entryNumber(entry)} ${ENTRY_KINDS[entry.kind].name} ${ledgerAmount(entry.kind, entry.amount)}，${dayText(entry.occurredOn, today)}，${projectTitle(project)}`;

/** An entry just filed, with the project's running total and its share of the agreement. */
export function filedCard(
  entry: Entry,
  project: Project,
  total: Decimal,
  waiting: Decimal,
  today: CalendarDate,
): Reply {
  const share =
    entry.kind === 'funds' && project.agreement && !isZero(project.agreement)
      ? exact(total).div(exact(project.agreement))
      : null;
  return {
    title: `已记 ${entryNumber(entry)}：${ENTRY_KINDS[entry.kind].name} ${ledgerAmount(entry.kind, entry.amount)}`,
    tone: 'ok',
    record: entryNumber(entry),
    parts: [
      facts(
        ['项目', projectTitle(project)],
        ['日期', dayText(entry.occurredOn, today)],
        ['凭证', entry.voucher],
        ['已核实累计', ledgerAmount(entry.kind, total)],
        ['待核实', ledgerAmount(entry.kind, waiting)],
        ['占协议额', share && compare(total, '0' as Decimal) > 0 ? percent(share) : null],
      ),
      note('待核实后计入排行。记错了 10 分钟内“撤销”，之后“冲销”。'),
    ],
    buttons: [say('查看项目', `查 X${project.id}`)],
  };
}

/** A likely double, shown before anything is written. */
export function entryAlikeCard(alike: readonly Entry[], project: Project, line: string, today: CalendarDate): Reply {
  return {
    title: '可能记过了，没有写入',
    tone: 'warn',
    parts: [
      list(
        alike.map((entry) =>
          entry.projectId === project.id
            ? `${entryLine(entry, project, today)}（${STATES[entry.state]}）`
            : `X${entry.projectId} 的 ${entryNumber(entry)}，同一天、同样的金额（${STATES[entry.state]}）`,
        ),
      ),
      note('凭证号相同，或同日同额。确实是另一笔请点“仍要登记”。'),
    ],
    buttons: [say('仍要登记', `${line} 仍要登记`, 'primary')],
  };
}

/** The same sum of the same day on another project: said beside the entry that was filed. */
export const elsewhereNotes = (elsewhere: readonly Entry[]): readonly Part[] =>
  elsewhere.length === 0
    ? []
    : [
        note(
          `注意：${elsewhere.map((entry) => `X${entry.projectId} 的 ${entryNumber(entry)}`).join('、')} 是同一天、同样的金额，请核对不是同一笔。`,
        ),
      ];

/** Something waiting for staff or just decided. */
export type DecidedSight =
  | { readonly kind: 'move'; readonly project: Project; readonly event: ProjectEvent; readonly changed: boolean }
  | { readonly kind: 'entry'; readonly project: Project; readonly entry: Entry; readonly changed: boolean };

/** What a decision came to. */
export function decidedCard(decided: DecidedSight, today: CalendarDate): Reply {
  const { project } = decided;
  const [state, reason, late] =
    decided.kind === 'move'
      ? [decided.event.state, decided.event.returnedReason, decided.event.late]
      : [decided.entry.state, decided.entry.returnedReason, decided.entry.late];
  const what =
    decided.kind === 'move'
      ? `${projectTitle(project)}：${eventText({ ...decided.event, state: 'verified', late: false }, today)}`
      : entryLine(decided.entry, project, today);
  return {
    title: decided.changed ? `${STATES[state]}：${what}` : `${what} 现在是“${STATES[state]}”，没有重复写入`,
    tone: state === 'returned' ? 'warn' : decided.changed ? 'ok' : 'info',
    record: decided.kind === 'move' ? `X${project.id}` : entryNumber(decided.entry),
    parts: [
      ...(reason ? [facts(['退回原因', reason])] : []),
      ...(late ? [note('所属月份已结账，计入下一个未结账月份，标记为补报。')] : []),
    ],
    buttons: [say('查看项目', `查 X${project.id}`)],
  };
}

const proofText = (evidence: number): string => (evidence > 0 ? `，凭据 ${evidence} 份` : '，没有凭据');

const numberOf = (item: DecidedSight): string =>
  item.kind === 'move' ? `X${item.project.id}` : entryNumber(item.entry);

/** What waits for staff, with how many files prove each. */
export function queueCard(
  items: readonly (DecidedSight & { readonly evidence: number })[],
  today: CalendarDate,
): Reply {
  if (items.length === 0) return { title: '没有待核实的填报', tone: 'ok' };
  const shown = items.slice(0, 6);
  return {
    title: `待核实 ${items.length} 项`,
    tone: 'info',
    parts: [
      list(
        shown.map((item) =>
          item.kind === 'move'
            ? `X${item.project.id} ${short(item.project.name, 20)}：${eventText(item.event, today)}${proofText(item.evidence)}`
            : `${entryLine(item.entry, item.project, today)}${proofText(item.evidence)}`,
        ),
      ),
      ...(items.length > shown.length
        ? [note(`先报的在前，还有 ${items.length - shown.length} 项，核实这些后再看。`)]
        : []),
      note('核实 编号；退回 编号 原因；看凭据：凭据 编号。'),
    ],
    buttons: [
      ...shown.slice(0, 4).map((item) => say(`核实 ${numberOf(item)}`, `核实 ${numberOf(item)}`, 'primary')),
      ...shown
        .slice(0, 4)
        .filter(({ evidence }) => evidence > 0)
        .slice(0, 2)
        .map((item) => say(`看凭据 ${numberOf(item)}`, `凭据 ${numberOf(item)}`)),
    ],
  };
}

/** A reversal, or that there was nothing to reverse any more. */
export function reversedCard(
  { entry, reversal, project }: { readonly entry: Entry; readonly reversal: Entry | null; readonly project: Project },
  today: CalendarDate,
): Reply {
  return {
    title: reversal
      ? `已冲销 ${entryNumber(entry)}，冲销记录 ${entryNumber(reversal)}`
      : `${entryNumber(entry)} 现在是“${STATES[entry.state]}”，没有重复写入`,
    tone: reversal ? 'ok' : 'info',
    record: entryNumber(reversal ?? entry),
    parts: [
      facts(
        ['项目', projectTitle(project)],
        ['原记录', entryLine(entry, project, today)],
        ['原因', reversal?.note ?? null],
      ),
      ...(reversal?.late ? [note('原月份已结账，冲减计入下一个未结账月份。')] : []),
    ],
    buttons: [say('查看项目', `查 X${project.id}`)],
  };
}
