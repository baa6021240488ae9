import type { CalendarDate } from '../../domain/calendar/date.ts';
import { ENTRY_KINDS } from '../../domain/ledger/entry.ts';
import { type Amount, type ForeignAmount, round } from '../../domain/money/decimal.ts';
import type { Exact } from '../../domain/money/exact.ts';
import { missingProof, type WaitingItem } from '../../domain/report/waiting.ts';
import { dayText } from '../day.ts';
import { foreignMoney, money, short } from '../format.ts';
import { list, note, type Reply, say } from '../reply.ts';

type Item = WaitingItem & { readonly unit: string; readonly points: Exact | null };

interface UnitRescue {
  readonly unit: string;
  readonly group: string;
  readonly rank: number | null;
  readonly rankIf: number | null;
  readonly items: readonly Item[];
}

const LISTED = 8;

/** To a unit's head: what it reported that is not verified, which proof is missing, what hangs on it. */
export function unitRescueReply({ unit, group, rank, rankIf, items }: UnitRescue, closes: CalendarDate): Reply {
  const hangs = rankIf !== null && rankIf !== rank ? `，都核实后可从${group}第 ${rank ?? '—'} 到第 ${rankIf}` : '';
  return {
    title: `抢救单：${unit}有 ${items.length} 项已填报还没核实，${dayText(closes)}结账${hangs}`,
    tone: 'warn',
    parts: [
      list(listed(items, (item) => `${lineOf(item)}${proofOf(item)}${pointsOf(item)}`)),
      note('结账前没核实的算下月（补报）。请补上凭据，催投促中心核实。'),
    ],
    buttons: [say('我的排名', '我的排名', 'primary')],
  };
}

/** To staff: everything that waits, most points first. */
export function rescueQueueReply(queue: readonly Item[], closes: CalendarDate): Reply {
  const [first] = queue;
  return {
    title: `抢救单：${dayText(closes)}结账，待核实 ${queue.length} 项，按涉及分数排`,
    tone: queue.length > 0 ? 'warn' : 'ok',
    parts:
      queue.length > 0
        ? [list(listed(queue, (item) => `${item.unit} ${lineOf(item)}${proofOf(item)}${pointsOf(item)}`))]
        : [],
    buttons: first ? [say(`核实 ${first.record}`, `核实 ${first.record}`, 'primary')] : [],
  };
}

/** For a unit with nothing waiting. */
export const nothingToRescue = (unit: string, closes: CalendarDate): Reply => ({
  title: `${unit}没有待核实的填报，${dayText(closes)}结账`,
  tone: 'ok',
  buttons: [say('我的排名', '我的排名')],
});

const listed = (items: readonly Item[], line: (item: Item) => string): readonly string[] => [
  ...items.slice(0, LISTED).map(line),
  ...(items.length > LISTED ? [`……另有 ${items.length - LISTED} 项`] : []),
];

function lineOf({ record, project, what, amount }: Item): string {
  const name = 'stage' in what ? what.stage : ENTRY_KINDS[what.ledger].name;
  const foreign = 'ledger' in what && ENTRY_KINDS[what.ledger].unit === '万美元';
  const sum = amount === null ? '' : ` ${foreign ? foreignMoney(amount as ForeignAmount) : money(amount as Amount)}`;
  return `${record} ${short(project, 14)} ${name}${sum}`;
}

function proofOf(item: Item): string {
  const missing = missingProof(item);
  return missing ? `，缺${missing}` : '';
}

const pointsOf = ({ points }: Item): string => (points && points.n !== 0n ? `，${round(points, 2)} 分` : '');
