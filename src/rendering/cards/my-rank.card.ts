import { ENTRY_KINDS } from '../../domain/ledger/entry.ts';
import { type Amount, decimal, exact, round } from '../../domain/money/decimal.ts';
import type { LeaderboardModel, LeaderboardRow } from '../../domain/report/model.ts';
import type { WaitingItem } from '../../domain/report/waiting.ts';
import type { Explanation } from '../../domain/scoring/explain.ts';
import { money, rankChange } from '../format.ts';
import { list, note, type Reply, say, type TablePart, text } from '../reply.ts';
import { cutOffText, yearOnYear } from '../report/year-on-year.ts';

/** Where a unit stands, what each item gave, and the smallest step up. */
export function myRankReply({
  model,
  row,
  explanation,
  waiting,
}: {
  readonly model: LeaderboardModel;
  readonly row: LeaderboardRow;
  readonly explanation: Explanation;
  readonly waiting: { readonly items: readonly WaitingItem[]; readonly rank: number | null } | null;
}): Reply {
  const behind = explanation.behind === null ? '' : `，离前一名差 ${round(exact(decimal(explanation.behind)), 2)} 分`;
  return {
    title: `${row.unit}：${row.group}第 ${row.rank ?? '—'}（共 ${explanation.ranked} 家），${row.score} 分`,
    tone: 'info',
    parts: [
      text(`较上期 ${rankChange(row.change)}${behind}`),
      items(explanation),
      ...(waiting ? [text(waitingText(waiting, row))] : []),
      ...lifts(explanation, waiting !== null),
      note(
        [
          `${model.spanLabel}，截至 ${cutOffText(model)}，位次只算已核实的填报；结账前还会变`,
          yearWords(model),
          '每个数怎么来的发“口径”。',
        ]
          .filter(Boolean)
          .join('。'),
      ),
    ],
    buttons: [
      say('看排行', '排行'),
      say('口径', `口径 ${row.unit} ${model.periodLabel}`),
      waiting ? say('抢救单', '抢救单') : say('进度', '进度'),
    ],
  };
}

/** "另有 2 项已填报待核实：签约 1 个、到位资金 1 笔；都核实后可到第 2". */
function waitingText(
  { items: waiting, rank }: { readonly items: readonly WaitingItem[]; readonly rank: number | null },
  row: LeaderboardRow,
): string {
  const names = waiting.map(({ what }) => ('stage' in what ? what.stage : ENTRY_KINDS[what.ledger].name));
  const counted = [...new Set(names)].map((name) => `${name} ${names.filter((one) => one === name).length} 项`);
  const then = rank === null ? '' : rank === row.rank ? '，都核实后位次不变' : `，都核实后可到第 ${rank}`;
  return `另有 ${waiting.length} 项已填报待核实（${counted.join('、')}）${then}。`;
}

const items = (explanation: Explanation): TablePart => ({
  type: 'table',
  columns: [
    { head: '项目' },
    { head: '得分', align: 'right' },
    { head: '满分', align: 'right' },
    { head: '组内位次', align: 'right' },
  ],
  rows: explanation.items.map((item) => [
    item.id,
    cut(item.points),
    cut(item.full),
    item.place === null ? '—' : String(item.place),
  ]),
});

const cut = (value: string | null): string => (value === null ? '—' : round(exact(decimal(value)), 2));

const STEPS: Readonly<Record<string, (adds: Readonly<Record<string, string>>) => string>> = {
  signed_count: ({ signed_count: count }) => `再签约 ${count} 个亿元项目`,
  funds: ({ funds }) => `再到位 ${money(decimal<Amount>(funds ?? '0'))}`,
  started_count: ({ started_count: count }) => `再开工 ${count} 个项目`,
};

function lifts({ lifts: found }: Explanation, beyond: boolean): readonly ReturnType<typeof list>[] {
  if (found.length === 0) return [];
  return [
    list(
      found.map(({ move, adds, rank }) => `${STEPS[move]?.(adds) ?? move}，可升至第 ${rank}`),
      beyond ? '待核实的都算上，再怎样升一位' : '怎样升一位',
    ),
  ];
}

/** 同比 of all units' funds on both bases; '' where last year is not known. */
function yearWords({ totals }: LeaderboardModel): string {
  const [funds] = yearOnYear(totals);
  if (!funds || (funds.againstReported === '—' && funds.againstKnown === '—')) return '';
  return `全部单位到位资金按上年原报${funds.againstReported}，按上年现口径${funds.againstKnown}`;
}
