import { ACTIVITY_KINDS, type Activity, type ActivityKind, activityNumber } from '../../domain/activity/activity.ts';
import type { OutingRatio } from '../../domain/activity/outing.ts';
import { spanText } from '../day.ts';
import { short } from '../format.ts';
import { list, note, type Part, type Reply, text } from '../reply.ts';
import { daysText } from './activity.card.ts';

interface Book {
  readonly rows: readonly {
    readonly unit: string;
    readonly counts: ReadonlyMap<ActivityKind, number>;
    readonly heads: readonly { readonly name: string; readonly ratio: OutingRatio }[];
  }[];
  readonly chains: readonly { readonly name: string; readonly count: number }[];
  readonly classes: { readonly withLeaders: number; readonly themed: number; readonly visits: number };
  readonly latest: readonly Activity[];
}

/** Activities of a period by unit and kind, the heads' time out, the latest ones. `share`: what is asked of heads. */
export function activityBookCard(
  book: Book,
  { label, share, of }: { label: string; share: string; of: string },
): Reply {
  const kinds = ACTIVITY_KINDS.filter((kind) => book.rows.some(({ counts }) => counts.has(kind)));
  const sums = kinds.map(
    (kind) => `${kind} ${book.rows.reduce((sum, { counts }) => sum + (counts.get(kind) ?? 0), 0)} 次`,
  );
  const idle = book.rows.filter(({ counts }) => counts.size === 0).map(({ unit }) => unit);
  const busy = book.rows.filter(
    ({ counts, heads }) => counts.size > 0 || heads.some(({ ratio }) => ratio.halfDaysOut > 0),
  );
  const parts: Part[] = [];
  if (busy.length > 0) {
    parts.push({
      type: 'table',
      columns: [
        { head: '单位' },
        ...kinds.map((kind) => ({ head: kind, align: 'right' as const })),
        { head: '主要负责人外出' },
      ],
      rows: busy.map(({ unit, counts, heads }) => [
        unit,
        ...kinds.map((kind) => String(counts.get(kind) ?? 0)),
        heads.map(outText).join('；') || '–',
      ]),
    });
  }
  if (book.chains.length > 0) parts.push(text(chainsText(book.chains)));
  if (book.latest.length > 0) parts.push(list(book.latest.map(activityLine), '最近'));
  const { withLeaders, themed, visits } = book.classes;
  if (busy.length > 0)
    parts.push(note(`其中：县级以上领导参加 ${withLeaders} 次、产业链专题 ${themed} 次、走访服务企业 ${visits} 次。`));
  if (idle.length > 0) parts.push(note(`没有活动：${idle.join('、')}`));
  parts.push(note(`主要负责人外出占工作日 ${share} 以上为达标；重叠的天只算一次，休息日不算。`));
  return { title: `${label}${of || '招商活动'}：${sums.join('、') || '还没有'}`, tone: 'info', parts };
}

/** "产业链活动：光伏 2 次；还没有活动：装备". */
function chainsText(chains: Book['chains']): string {
  const busy = chains.filter(({ count }) => count > 0).map(({ name, count }) => `${name} ${count} 次`);
  const idle = chains.filter(({ count }) => count === 0).map(({ name }) => name);
  const parts = [busy.join('、'), idle.length > 0 ? `还没有活动：${idle.join('、')}` : '每条链都有'];
  return `产业链活动：${parts.filter(Boolean).join('；')}（每条链每月至少 1 次）`;
}

const outText = ({ name, ratio }: { name: string; ratio: OutingRatio }): string =>
  `${name} ${daysText(ratio.halfDaysOut)}/${ratio.workdays} 天，${ratio.reached ? '达标' : `差 ${daysText(ratio.missingHalfDays)} 天`}`;

const activityLine = (activity: Activity): string =>
  [
    `${activityNumber(activity)} ${spanText(activity.from, activity.to)} ${activity.kind}`,
    activity.regions.join('、'),
    activity.leader ? `${activity.leader}带队` : '',
    short(activity.companies.join('、'), 24),
  ]
    .filter(Boolean)
    .join('，');
