import type { Amount, Decimal, ForeignAmount } from '../../domain/money/decimal.ts';
import { TARGET_METRICS, type Target } from '../../domain/target/target.ts';
import { foreignMoney, money } from '../format.ts';
import { type Fact, list, type Reply } from '../reply.ts';

/** A target's figure with its unit: "20亿元", "500万美元", "12个". */
export function figureText(target: Pick<Target, 'metric'>, value: Decimal): string {
  const { unit } = TARGET_METRICS[target.metric];
  if (unit === '个') return `${value}个`;
  return unit === '万美元' ? foreignMoney(value as ForeignAmount) : money(value as Amount);
}

/** A target that was set, with what stood there before. */
export function targetCard(unitName: string, target: Target, was: Target | null): Reply {
  const annual: Fact = {
    label: '全年',
    value: figureText(target, target.annual),
    ...(was && was.annual !== target.annual ? { was: figureText(was, was.annual) } : {}),
  };
  const quarters = target.quarters?.map((value) => figureText(target, value)).join('、');
  return {
    title: `已定 ${unitName} ${target.year} 年${TARGET_METRICS[target.metric].name}目标`,
    tone: 'ok',
    parts: [{ type: 'facts', facts: [annual, ...(quarters ? [{ label: '分季', value: quarters }] : [])] }],
  };
}

/** A unit's targets of a year. */
export const targetsReply = (unitName: string, year: number, targets: readonly Target[]): Reply => ({
  title: targets.length === 0 ? `${unitName} ${year} 年还没有定目标` : `${unitName} ${year} 年目标`,
  tone: 'info',
  parts:
    targets.length === 0
      ? []
      : [list(targets.map((target) => `${TARGET_METRICS[target.metric].name} ${figureText(target, target.annual)}`))],
});
