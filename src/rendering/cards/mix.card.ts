import { type Amount, type Decimal, exact, isZero, round } from '../../domain/money/decimal.ts';
import type { Mix, MixRow, Sources } from '../../domain/report/mix.ts';
import { money, percent } from '../format.ts';
import { facts, note, type Reply, say, type TablePart } from '../reply.ts';

/** What of a mix is shown as a table; null: the summary. */
export type MixView = '规模' | '来源地' | '方式' | '单位';

interface Sight {
  readonly whose: string | null;
  readonly spanLabel: string;
  readonly mix: Mix;
  readonly byUnit: readonly { readonly unit: string; readonly mix: Mix }[];
}

/** What the signings are made of: a summary with a button for each table, or one table. */
export function mixReply(sight: Sight, view: MixView | null): Reply {
  const { whose, spanLabel, mix } = sight;
  const { count, amount } = mix.total;
  const mean = isZero(count) ? '' : `，平均 ${money(round(exact(amount).div(exact(count)), 2) as Amount)}`;
  const line = (what: string): string => ['结构', whose ?? '', what, spanLabel].filter(Boolean).join(' ');
  const views: readonly MixView[] = whose === null ? ['规模', '来源地', '方式', '单位'] : ['规模', '来源地', '方式'];
  return {
    title: `${whose ?? '全部单位'}签约结构（年初至${spanLabel}）：${count} 个、${money(amount)}${mean}`,
    tone: 'info',
    parts: [
      view === null ? summary(mix) : tableOf(sight, view),
      note('只计核实过的正式合同，流转项目按份额计；档次、方式、哪些算上级活动在“设置”里改。'),
    ],
    buttons: views.filter((one) => one !== view).map((one) => say(`按${one}`, line(one))),
  };
}

function summary({ tiers, total, outside, inChains, sources }: Mix) {
  const some = tiers.filter(({ count }) => !isZero(count));
  return facts(
    ['规模', some.map(({ label, count }) => `${label} ${count} 个`).join('，')],
    ['省外', `签约 ${outside.count} 个、${money(outside.amount)}（金额占 ${part(outside.amount, total.amount)}）`],
    ['省外到位资金', `${money(outside.funds)}（占 ${part(outside.funds, total.funds)}）`],
    ['产业链项目', `${inChains.count} 个（占 ${part(inChains.count, total.count)}）`],
    ['项目来源', sourcesText(sources, total.count)],
  );
}

const sourcesText = ({ own, upper, unsaid }: Sources, count: Decimal): string =>
  `自主招商 ${own} 个（占 ${part(own, count)}），上级活动 ${upper} 个${isZero(unsaid) ? '' : `，没写来源 ${unsaid} 个`}`;

const part = (value: Decimal, whole: Decimal): string =>
  isZero(whole) ? '—' : percent(exact(value).div(exact(whole)));

function tableOf({ mix, byUnit }: Sight, view: MixView): TablePart {
  switch (view) {
    case '规模':
      return table('档次', mix.tiers, mix.total);
    case '来源地':
      return table('来源地', mix.origins, mix.total);
    case '方式':
      return table('招商方式', mix.methods, mix.total);
    case '单位':
      return {
        type: 'table',
        columns: [
          { head: '单位' },
          { head: '自主', align: 'right' },
          { head: '上级活动', align: 'right' },
          { head: '没写', align: 'right' },
          { head: '自主占比', align: 'right' },
          { head: '省外金额占比', align: 'right' },
        ],
        rows: byUnit.map(({ unit, mix: { sources, total, outside } }) => [
          unit,
          sources.own,
          sources.upper,
          sources.unsaid,
          part(sources.own, total.count),
          part(outside.amount, total.amount),
        ]),
      };
  }
}

const table = (head: string, rows: readonly MixRow[], total: MixRow): TablePart => ({
  type: 'table',
  columns: [
    { head },
    { head: '线索', align: 'right' },
    { head: '签约', align: 'right' },
    { head: '金额', align: 'right' },
    { head: '占比', align: 'right' },
    { head: '到位资金', align: 'right' },
  ],
  rows: [...rows, total].map(({ label, leads, count, amount, funds }) => [
    label,
    leads,
    count,
    money(amount),
    part(amount, total.amount),
    money(funds),
  ]),
});
