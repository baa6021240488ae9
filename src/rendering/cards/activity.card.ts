import { type Activity, activityNumber } from '../../domain/activity/activity.ts';
import type { OutingRatio } from '../../domain/activity/outing.ts';
import { spanText } from '../day.ts';
import { facts, note, type Reply, say } from '../reply.ts';

/** A filed activity: what was understood, the leader's time out, and the way to a lead. */
export function activityCard(filed: {
  readonly activity: Activity;
  readonly ratio: { readonly name: string; readonly ratio: OutingRatio } | null;
  readonly count: number;
}): Reply {
  const { activity, ratio, count } = filed;
  const card = filedActivityCard(activity, `已记 ${activityNumber(activity)} ${activity.kind}`);
  const meaning = [`本单位本月第 ${count} 次${activity.kind}`, ratio ? ratioText(ratio) : ''];
  return { ...card, tone: 'ok', parts: [...(card.parts ?? []), note(meaning.filter(Boolean).join('；'))] };
}

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
  buttons: [say('录入线索', '录入')],
  record: activityNumber(activity),
});

/** "王五本月外出 4 天（21 个工作日），还差 3 天到三分之一". */
export function ratioText({ name, ratio }: { readonly name: string; readonly ratio: OutingRatio }): string {
  const out = `${name}本月外出 ${daysText(ratio.halfDaysOut)} 天（${ratio.workdays} 个工作日）`;
  return ratio.reached ? `${out}，已达标` : `${out}，距要求还差 ${daysText(ratio.missingHalfDays)} 天`;
}

/** Half days as days: 3 → "1.5". */
export const daysText = (halves: number): string => `${Math.floor(halves / 2)}${halves % 2 === 1 ? '.5' : ''}`;

const halfText = (halves: number | null): string => (halves === null ? '' : `（${daysText(halves)} 天）`);

const companiesText = (companies: readonly string[]): string =>
  companies.length > 6 ? `${companies.slice(0, 6).join('、')} 等 ${companies.length} 家` : companies.join('、');
