import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Project } from '../../domain/project/project.ts';
import type { LeaderboardRow } from '../../domain/report/model.ts';
import { dueOf, isLate, type MineItem } from '../../domain/work/mine.ts';
import { dayText, weekdayText } from '../day.ts';
import { rankChange, short } from '../format.ts';
import { type Button, list, note, type Part, type Reply, say, sayMore } from '../reply.ts';
import { mineLine, mineTitle } from './mine.card.ts';
import { investmentText, standingText } from './project.card.ts';

/** A person's page as the card shows it. */
export interface HomeSight {
  readonly name: string;
  readonly items: readonly MineItem[];
  readonly register: {
    readonly total: number;
    readonly rows: readonly { readonly project: Project }[];
  };
  readonly standings: {
    readonly own: LeaderboardRow | null;
    readonly groups: readonly {
      readonly name: string;
      readonly count: number;
      readonly first: readonly LeaderboardRow[];
    }[];
  };
  readonly mayReport: boolean;
  readonly mayDispatch: boolean;
}

/** How many lines of a kind are shown; the rest is counted. */
const SHOWN = 6;

/** 首页: today first, then tasks, projects and places, with what is done most often as buttons. */
export function homeCard(sight: HomeSight, today: CalendarDate): Reply {
  const { items, register, standings, name } = sight;
  const now = items.filter((item) => isUrgent(item, today));
  const later = items.filter((item) => !isUrgent(item, today));
  return {
    title: `${name}，${dayText(today)}（${weekdayText(today)}）：${items.length > 0 ? mineTitle(items, today) : '没有待办'}`,
    tone: items.some((item) => isLate(item, today)) ? 'warn' : 'info',
    parts: [
      ...section('今天', linesOf(now, today), now.length, '今天没有到期或逾期的。'),
      ...section('我的任务', linesOf(later, today), later.length, '没有别的任务。'),
      ...section('我的项目', register.rows.map(projectLine), register.total, '还没有项目。'),
      ...section('排名', standingLines(standings), 0, '本月还没有排名。'),
    ],
    buttons: buttonsOf(sight),
    private: true,
  };
}

const isUrgent = (item: MineItem, today: CalendarDate): boolean => {
  const due = dueOf(item);
  return item.kind !== 'stalled' && (isLate(item, today) || (due !== null && due <= today));
};

const linesOf = (items: readonly MineItem[], today: CalendarDate): readonly string[] =>
  items.map((item) => mineLine(item, today));

function section(heading: string, lines: readonly string[], total: number, none: string): readonly Part[] {
  if (lines.length === 0) return [list([none], heading)];
  const left = total - Math.min(lines.length, SHOWN);
  return [list(lines.slice(0, SHOWN), heading), ...(left > 0 ? [note(`另有 ${left} 项。`)] : [])];
}

const projectLine = ({ project }: HomeSight['register']['rows'][number]): string =>
  [`X${project.id} ${short(project.name, 22)}`, standingText(project), investmentText(project)]
    .filter(Boolean)
    .join('，');

function standingLines({ own, groups }: HomeSight['standings']): readonly string[] {
  const mine = own
    ? [`${own.unit}：${own.group}第 ${own.rank ?? '—'}，${own.score} 分，较上期 ${rankChange(own.change)}`]
    : [];
  return [
    ...mine,
    ...groups.map(({ name, count, first }) => `${name}前 ${first.length}（共 ${count} 家）：${firstOf(first)}`),
  ];
}

const firstOf = (rows: readonly LeaderboardRow[]): string =>
  rows.map(({ unit, score }) => `${unit} ${score}`).join('、');

const buttonsOf = ({ mayReport, mayDispatch, items }: HomeSight): readonly Button[] => [
  ...(mayReport ? [sayMore('记线索', '录入', 'primary'), sayMore('报到位', '到位'), sayMore('记走访', '走访')] : []),
  ...(mayDispatch ? [sayMore('分派', '分派')] : []),
  ...(items.length > 0 ? [say('我的待办', '我的')] : []),
  say('台账', '台账'),
  say('看排行', '排行'),
];
