import { type CalendarDate, daysBetween } from '../../domain/calendar/date.ts';
import { dueOf, isLate, type MineItem } from '../../domain/work/mine.ts';
import { taskNumber } from '../../domain/work/task.ts';
import { dayText } from '../day.ts';
import { short } from '../format.ts';
import { type Button, list, note, type Reply, say } from '../reply.ts';
import { dutyLine } from './duty.card.ts';
import { problemLine } from './problem.card.ts';
import { taskLine } from './task.card.ts';

/** How many items fit on a phone screen. */
const PAGE = 8;

/** 我的: one page of what waits for a person, the most urgent first. Pages count from 1. */
export function mineReply(items: readonly MineItem[], page: number, today: CalendarDate): Reply {
  if (items.length === 0) return { title: '您手上没有待办，辛苦了', tone: 'ok', private: true };
  const pages = Math.ceil(items.length / PAGE);
  const shown = Math.min(Math.max(1, page), pages);
  return {
    title: mineTitle(items, today),
    tone: items.some((item) => isLate(item, today)) ? 'warn' : 'info',
    parts: [
      list(items.slice((shown - 1) * PAGE, shown * PAGE).map((item) => mineLine(item, today))),
      ...(pages > 1 ? [note(`第 ${shown} 页，共 ${pages} 页`)] : []),
    ],
    buttons: [
      ...signButtons(items),
      ...checkButtons(items),
      ...(shown < pages ? [say('下一页', `我的 ${shown + 1}`)] : []),
    ],
    private: true,
  };
}

/** "待办 12 件，逾期 2 件，今日到期 1 件，停滞 3 件". */
export function mineTitle(items: readonly MineItem[], today: CalendarDate): string {
  const quiet = items.filter(({ kind }) => kind === 'stalled').length;
  const late = items.filter((item) => item.kind !== 'stalled' && isLate(item, today)).length;
  const now = items.filter((item) => !isLate(item, today) && dueOf(item) === today).length;
  return [
    `待办 ${items.length} 件`,
    late > 0 ? `逾期 ${late} 件` : '',
    now > 0 ? `今日到期 ${now} 件` : '',
    quiet > 0 ? `停滞 ${quiet} 件` : '',
  ]
    .filter(Boolean)
    .join('，');
}

/** One item as one line. */
export function mineLine(item: MineItem, today: CalendarDate): string {
  switch (item.kind) {
    case 'task':
      return `${item.task.state === 'unsigned' ? '【待签收】' : ''}${taskLine(item.task, false)}`;
    case 'check':
      return `【待您${item.task.state === 'checking' ? '核验' : '答复延期'}】${taskLine(item.task, true)}`;
    case 'problem':
      return problemLine(item.problem);
    case 'duty':
      return dutyLine(item.duty);
    case 'step':
      return `X${item.project.id} ${item.project.name}：${item.project.nextStep ?? '下一步'}（${dayOf(item, today)}）`;
    case 'reply':
      return `X${item.reply.projectId} ${item.reply.project}：答复引荐人${item.reply.referrer ?? ''}（${item.reply.step}，${dayOf(item, today)}）`;
    case 'stalled':
      return stalledLine(item.project, today);
    case 'quiet':
      return `${item.resources.length} 条资源好久没联系：${short(item.resources.map(({ name }) => name).join('、'), 30)}（发“资源 联系 ${item.resources[0]?.id ?? ''} 内容”记一次）`;
    case 'unvisited':
      return `${item.firms.length} 家开工投产企业好久没走访：${short(item.firms.map(({ name }) => name).join('、'), 30)}（发“走访 今天 企业名 X${item.firms[0]?.id ?? ''}”记一次）`;
    case 'verify':
      return `待核实 ${item.count} 项（发“核实”逐项办理）`;
  }
}

/** "X113 华辰项目：32 天没有进展，首报保护到 7月3日". */
function stalledLine(project: Extract<MineItem, { kind: 'stalled' }>['project'], today: CalendarDate): string {
  const quiet = `X${project.id} ${project.name}：${daysBetween(project.lastProgressOn, today)} 天没有进展`;
  return project.protectedTo && project.protectedTo >= today
    ? `${quiet}，首报保护到 ${dayText(project.protectedTo, today)}`
    : quiet;
}

const dayOf = (item: MineItem, today: CalendarDate): string => {
  const due = dueOf(item);
  if (due === null) return '';
  return `${dayText(due, today)}${due < today ? '，已过' : ''}`;
};

const signButtons = (items: readonly MineItem[]): Button[] =>
  items
    .flatMap((item) => (item.kind === 'task' && item.task.state === 'unsigned' ? [taskNumber(item.task)] : []))
    .slice(0, 3)
    .map((number) => say(`签收 ${number}`, `签收 ${number}`, 'primary'));

const checkButtons = (items: readonly MineItem[]): Button[] =>
  items
    .flatMap((item) => (item.kind === 'check' ? [taskNumber(item.task)] : []))
    .slice(0, 2)
    .map((number) => say(`看 ${number}`, `查 ${number}`));
