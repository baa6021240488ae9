import type { VisitBrief } from '../../domain/activity/visit-brief.ts';
import type { CalendarDate } from '../../domain/calendar/date.ts';
import { land, maskedMobile, money, namesIn, short } from '../format.ts';
import { eventText, investmentText, standingText } from './project.card.ts';

/** For which day and for whom: in groups numbers are masked. */
export interface Sight {
  readonly today: CalendarDate;
  readonly inGroup: boolean;
}

/** How much there is room for: how words are cut, and how many of a kind are named. */
interface Room {
  cut(text: string, most: number): string;
  readonly most: number;
}

const ROOMS: Readonly<Record<'phone' | 'paper', Room>> = {
  phone: { cut: short, most: 2 },
  paper: { cut: (text) => text, most: 20 },
};

/** The parts of a 四知, each with its lines, cut for a phone or whole for a paper; those without lines are left out. */
export function visitBriefParts(
  brief: VisitBrief,
  sight: Sight,
  size: keyof typeof ROOMS,
): readonly { readonly heading: string; readonly lines: readonly string[] }[] {
  const room = ROOMS[size];
  return [
    { heading: '知己：我们有什么', lines: ourLines(brief, room) },
    { heading: '知彼：对方什么情况', lines: theirLines(brief, sight, room) },
    { heading: '知策：程序和政策', lines: ruleLines(brief, room) },
    { heading: '知势：行业新情况', lines: trendLines(brief, room) },
    { heading: '要问的', lines: brief.ask.length > 0 ? [brief.ask.join('；')] : [] },
  ].filter(({ lines }) => lines.length > 0);
}

const ourLines = ({ ours: { local, places, offers }, chain }: VisitBrief, { most }: Room): readonly string[] => [
  ...(local.length > 0 ? [`${chain}已有 ${local.length} 家：${most < 3 ? namesIn(local, 30) : local.join('、')}`] : []),
  ...places
    .slice(0, most)
    .map(({ place, free }) =>
      [
        `载体 ${place.name}`,
        free ? `空闲 ${land(free)}` : '',
        place.plant ? `厂房 ${place.plant} 平方米` : '',
        place.price ?? '',
      ]
        .filter(Boolean)
        .join('，'),
    ),
  ...offers
    .slice(0, most)
    .map((offer) => `包装项目 ${offer.name}${offer.sought ? `，拟引资 ${money(offer.sought)}` : ''}`),
];

function theirLines(
  { theirs: { view, firm } }: VisitBrief,
  { today, inGroup }: Sight,
  { cut, most }: Room,
): readonly string[] {
  const lines: string[] = [];
  if (firm) {
    const last = firm.lastWords ? `，${firm.lastWords}` : '';
    lines.push(`${[...firm.ranks, firm.region].filter(Boolean).join('、') || '目标企业'}，${firm.state}${last}`);
    if (firm.plan) lines.push(`一企一策：${cut(firm.plan, 60)}`);
  }
  if (view) {
    const { project, contacts, events, work } = view;
    lines.push(
      [
        `X${project.id} ${cut(project.name, 24)}`,
        standingText(project),
        investmentText(project),
        project.land && `用地 ${land(project.land)}`,
      ]
        .filter(Boolean)
        .join('，'),
    );
    const [person] = contacts;
    if (person)
      lines.push(
        `找谁：${[person.name, person.title, person.mobile && (inGroup ? maskedMobile(person.mobile) : person.mobile)].filter(Boolean).join(' ')}`,
      );
    lines.push(...events.slice(0, most).map((event) => eventText(event, today)));
    if (work.length > 0)
      lines.push(
        `没办完的事：${work
          .slice(0, most + 1)
          .map(({ number, title }) => `${number} ${cut(title, 16)}`)
          .join('；')}`,
      );
    if (project.nextStep) lines.push(`说好的下一步：${project.nextStep}`);
  }
  return lines;
}

const ruleLines = ({ rules: { policies, next, proofs } }: VisitBrief, { cut, most }: Room): readonly string[] => [
  ...(next ? [`下一步 ${next}${proofs.length > 0 ? `，要 ${proofs.join('、')}` : ''}`] : []),
  ...policies.slice(0, most + 1).map(({ title, gives }) => `${title}：${cut(gives, 36)}`),
  ...(policies.length > most + 1 ? [`还有 ${policies.length - most - 1} 条政策用得上`] : []),
];

const trendLines = ({ trend: { gaps, lost } }: VisitBrief, { cut, most }: Room): readonly string[] => [
  ...(gaps.length > 0 ? [`我们缺的环节：${gaps.slice(0, most * 3).join('、')}`] : []),
  ...lost.map(
    ({ name, to, reason }) =>
      `流失过：${cut(name, 20)}${to ? `，去了${to}` : ''}${reason ? `（${cut(reason, 20)}）` : ''}`,
  ),
];
