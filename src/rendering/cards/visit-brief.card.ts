import type { VisitBrief } from '../../domain/activity/visit-brief.ts';
import type { CalendarDate } from '../../domain/calendar/date.ts';
import { land, maskedMobile, money, namesIn, short } from '../format.ts';
import { list, note, type Part, type Reply, say } from '../reply.ts';
import { eventText, investmentText, standingText } from './project.card.ts';

/** 四知: four short lists and what to ask. In groups numbers are masked. */
export function visitBriefCard(
  brief: VisitBrief,
  { today, inGroup }: { readonly today: CalendarDate; readonly inGroup: boolean },
): Reply {
  const { theirs, chain } = brief;
  const project = theirs.view?.project;
  return {
    title: `行前简报：${brief.who}${chain ? `（${chain}）` : ''}`,
    tone: 'info',
    ...(project ? { record: `X${project.id}` } : {}),
    parts: [
      ...section('知己：我们有什么', ourLines(brief)),
      ...section('知彼：对方什么情况', theirLines(brief, today, inGroup)),
      ...section('知策：程序和政策', ruleLines(brief)),
      ...section('知势：行业新情况', trendLines(brief)),
      ...section('要问的', brief.ask.length > 0 ? [brief.ask.join('；')] : []),
      note('只用本系统的记录，没有联网；没有写到的请自行补充。'),
    ],
    buttons: project
      ? [
          say('查看项目', `查 X${project.id}`),
          say('政策包', `政策包 X${project.id}`),
          say('匹配载体', `匹配 X${project.id}`),
        ]
      : [say('目标企业', `目标企业 ${theirs.firm?.id ?? ''}`)],
  };
}

const section = (heading: string, lines: readonly string[]): readonly Part[] =>
  lines.length === 0 ? [] : [list(lines, heading)];

const ourLines = ({ ours: { local, places, offers }, chain }: VisitBrief): readonly string[] => [
  ...(local.length > 0 ? [`${chain}已有 ${local.length} 家：${namesIn(local, 30)}`] : []),
  ...places
    .slice(0, 2)
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
    .slice(0, 2)
    .map((offer) => `包装项目 ${offer.name}${offer.sought ? `，拟引资 ${money(offer.sought)}` : ''}`),
];

function theirLines({ theirs: { view, firm } }: VisitBrief, today: CalendarDate, inGroup: boolean): readonly string[] {
  const lines: string[] = [];
  if (firm) {
    const last = firm.lastWords ? `，${firm.lastWords}` : '';
    lines.push(`${[...firm.ranks, firm.region].filter(Boolean).join('、') || '目标企业'}，${firm.state}${last}`);
    if (firm.plan) lines.push(`一企一策：${short(firm.plan, 60)}`);
  }
  if (view) {
    const { project, contacts, events, work } = view;
    lines.push(
      [
        `X${project.id} ${short(project.name, 24)}`,
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
    lines.push(...events.slice(0, 2).map((event) => eventText(event, today)));
    if (work.length > 0)
      lines.push(
        `没办完的事：${work
          .slice(0, 3)
          .map(({ number, title }) => `${number} ${short(title, 16)}`)
          .join('；')}`,
      );
    if (project.nextStep) lines.push(`说好的下一步：${project.nextStep}`);
  }
  return lines;
}

const ruleLines = ({ rules: { policies, next, proofs } }: VisitBrief): readonly string[] => [
  ...(next ? [`下一步 ${next}${proofs.length > 0 ? `，要 ${proofs.join('、')}` : ''}`] : []),
  ...policies.slice(0, 3).map(({ title, gives }) => `${title}：${short(gives, 36)}`),
  ...(policies.length > 3 ? [`还有 ${policies.length - 3} 条政策用得上`] : []),
];

const trendLines = ({ trend: { gaps, lost } }: VisitBrief): readonly string[] => [
  ...(gaps.length > 0 ? [`我们缺的环节：${gaps.slice(0, 6).join('、')}`] : []),
  ...lost.map(
    ({ name, to, reason }) =>
      `流失过：${short(name, 20)}${to ? `，去了${to}` : ''}${reason ? `（${short(reason, 20)}）` : ''}`,
  ),
];
