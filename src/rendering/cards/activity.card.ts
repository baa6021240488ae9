import { type Activity, activityNumber } from '../../domain/activity/activity.ts';
import type { OutingRatio } from '../../domain/activity/outing.ts';
import { sum } from '../../domain/money/decimal.ts';
import type { Project } from '../../domain/project/project.ts';
import { hasReached } from '../../domain/project/stage.ts';
import { spanText } from '../day.ts';
import { money } from '../format.ts';
import { facts, note, type Part, type Reply, say, sayMore } from '../reply.ts';

/** A filed activity: what was understood, the leader's time out, and the way to a lead. */
export function activityCard(filed: {
  readonly activity: Activity;
  readonly ratio: { readonly name: string; readonly ratio: OutingRatio } | null;
  readonly count: number;
  readonly projects: readonly Project[];
}): Reply {
  const { activity, ratio, count, projects } = filed;
  const card = filedActivityCard(activity, `已记 ${activityNumber(activity)} ${activity.kind}`);
  const meaning = [`本单位本月第 ${count} 次${activity.kind}`, ratio ? ratioText(ratio) : ''];
  return {
    ...card,
    tone: 'ok',
    parts: [...(card.parts ?? []), ...signedParts(activity, projects), note(meaning.filter(Boolean).join('；'))],
    buttons: [...signButtons(activity, projects), ...(card.buttons ?? [])],
  };
}

/** Events at which contracts are signed. */
const SIGNING: readonly Activity['kind'][] = ['签约仪式', '推介会'];

const isSigned = ({ stage }: Project): boolean => hasReached(stage, '签约');

/** What was signed on the spot: the projects that the event names and that have come that far. */
function signedParts({ kind }: Activity, projects: readonly Project[]): readonly Part[] {
  if (!SIGNING.includes(kind) || projects.length === 0) return [];
  const signed = projects.filter(isSigned);
  const sums = signed.flatMap(({ agreement }) => agreement ?? []);
  const total = sums.length > 0 ? `，协议额 ${money(sum(sums))}` : '';
  const open = projects.length - signed.length;
  return [
    note(
      `现场签约 ${projects.length} 个${total}${open > 0 ? `；${open} 个还没报签约，报了并核实才计入，一个项目只计一次` : ''}。`,
    ),
  ];
}

const signButtons = ({ kind }: Activity, projects: readonly Project[]) =>
  SIGNING.includes(kind)
    ? projects
        .filter((project) => !isSigned(project))
        .slice(0, 3)
        .map(({ id }) => say(`报 X${id} 签约`, `阶段 X${id} 签约`, 'primary'))
    : [];

/** An activity as it was filed. */
export const filedActivityCard = (activity: Activity, title: string): Reply => ({
  title,
  tone: 'info',
  parts: [
    facts(
      ['时间', spanText(activity.from, activity.to) + halfText(activity.halfDays)],
      ['地点', activity.regions.join('、')],
      ['带队', activity.leader && [activity.leader, activity.leaderLevel].filter(Boolean).join(' · ')],
      ['成员', activity.members.join('、')],
      ['企业', companiesText(activity.companies)],
      ['产业链', activity.chain],
      ['成果', activity.outcome],
      ['项目', activity.projects.map((id) => `X${id}`).join('、')],
    ),
  ],
  buttons: [say('录入线索', '录入'), sayMore('记议定事项', `议定 ${activityNumber(activity)}`)],
  record: activityNumber(activity),
});

/** "王五本月外出 4 天（21 个工作日），还差 3 天到三分之一". */
function ratioText({ name, ratio }: { readonly name: string; readonly ratio: OutingRatio }): string {
  const out = `${name}本月外出 ${daysText(ratio.halfDaysOut)} 天（${ratio.workdays} 个工作日）`;
  return ratio.reached ? `${out}，已达标` : `${out}，距要求还差 ${daysText(ratio.missingHalfDays)} 天`;
}

/** Half days as days: 3 → "1.5". */
export const daysText = (halves: number): string => `${Math.floor(halves / 2)}${halves % 2 === 1 ? '.5' : ''}`;

const halfText = (halves: number | null): string => (halves === null ? '' : `（${daysText(halves)} 天）`);

const companiesText = (companies: readonly string[]): string =>
  companies.length > 6 ? `${companies.slice(0, 6).join('、')} 等 ${companies.length} 家` : companies.join('、');
