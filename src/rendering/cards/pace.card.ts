import type { CalendarDate } from '../../domain/calendar/date.ts';
import { type Amount, compare, type Decimal, decimal, type ForeignAmount, round } from '../../domain/money/decimal.ts';
import type { Gap } from '../../domain/target/gap.ts';
import { paceValue } from '../../domain/target/pace.ts';
import { TARGET_METRICS, type Target } from '../../domain/target/target.ts';
import { foreignMoney, money, percent, points } from '../format.ts';
import { list, note, type Reply, say, text } from '../reply.ts';
import { pledgeText } from './pledge-text.ts';
import { figureText } from './target.card.ts';

interface UnitPace {
  readonly unit: string;
  readonly pace: string;
  readonly spanLabel: string;
  readonly cutOffLabel: string;
  readonly lines: readonly { readonly target: Target; readonly done: Decimal; readonly gap: Gap }[];
  readonly pledge: { readonly signatory: string; readonly signedOn: CalendarDate } | null;
}

/** 进度 of one unit: each target with what is done, ahead or behind, and what each month that is left takes. */
export function unitPaceReply({ unit, pace, spanLabel, cutOffLabel, lines, pledge }: UnitPace): Reply {
  const behind = lines.filter(({ gap }) => gap.ahead.s < 0n);
  const stand = lines.length === 0 ? '没有定目标' : `${lines.length - behind.length} 项达到序时、${behind.length} 项欠`;
  return {
    title: `${unit}目标进度（${spanLabel}）：${stand}，序时进度 ${percent(paceValue(pace))}`,
    tone: behind.length > 0 ? 'warn' : 'info',
    parts: [
      ...(lines.length > 0 ? [list(lines.map(lineOf))] : []),
      ...quarterParts(lines),
      text(`军令状：${pledgeText(pledge)}`),
      note(`每月还需＝还差÷剩余月数（含本月）。只计核实过的，数据截至 ${cutOffLabel}。`),
    ],
    buttons: [say('口径', `口径 ${unit}`), say('我的排名', `我的排名 ${unit}`)],
  };
}

function lineOf({ target, done, gap }: UnitPace['lines'][number]): string {
  const { name } = TARGET_METRICS[target.metric];
  const stand = `${name} ${figureText(target, done)}/${figureText(target, target.annual)}，${percent(gap.completion)}，${points(gap.ahead)}`;
  return gap.missing === '0'
    ? `${stand}；全年任务已完成`
    : `${stand}；还差 ${figureText(target, gap.missing)}，余 ${gap.monthsLeft} 个月每月 ${monthlyText(target, gap)}`;
}

function monthlyText({ metric }: Target, { monthly }: Gap): string {
  const value = round(monthly, 2);
  const { unit } = TARGET_METRICS[metric];
  if (unit === '个') return `${value.replace(/\.?0+$/, '')}个`;
  return unit === '万美元' ? foreignMoney(decimal<ForeignAmount>(value)) : money(decimal<Amount>(value));
}

/** Targets that are split by quarter: what this quarter's end asks for. */
function quarterParts(lines: UnitPace['lines']): readonly ReturnType<typeof text>[] {
  const told = lines.flatMap(({ target, done, gap: { byQuarterEnd } }) =>
    byQuarterEnd === null
      ? []
      : [
          `${TARGET_METRICS[target.metric].name}应有 ${figureText(target, byQuarterEnd)}（${compare(done, byQuarterEnd) >= 0 ? '已达到' : '还没到'}）`,
        ],
  );
  return told.length > 0 ? [text(`按季分解，到本季末：${told.join('；')}`)] : [];
}
