import type { CalendarDate } from '../../domain/calendar/date.ts';
import type { Amount, Decimal, ForeignAmount } from '../../domain/money/decimal.ts';
import { TARGET_METRICS, type Target, type TargetMetric } from '../../domain/target/target.ts';
import { foreignMoney, money } from '../format.ts';
import { type Fact, list, note, type Reply, say, text } from '../reply.ts';
import { pledgeText } from './pledge-text.ts';

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

/** A unit's targets of a year, with who signed for them. */
export const targetsReply = (
  unitName: string,
  year: number,
  targets: readonly Target[],
  pledge: { readonly signatory: string; readonly signedOn: CalendarDate } | null,
): Reply => ({
  title: targets.length === 0 ? `${unitName} ${year} 年还没有定目标` : `${unitName} ${year} 年目标`,
  tone: 'info',
  parts: [
    ...(targets.length === 0
      ? []
      : [list(targets.map((target) => `${TARGET_METRICS[target.metric].name} ${figureText(target, target.annual)}`))]),
    text(`军令状：${pledgeText(pledge)}`),
  ],
  buttons: targets.length === 0 ? [] : [say('看进度', `进度 ${unitName}`)],
});

/** The year's targets of all units as a table, one column a metric that anybody has; who has none is named. */
export function allTargetsReply(
  year: number,
  units: readonly { readonly unit: string; readonly targets: readonly Target[] }[],
): Reply {
  const metrics = (Object.keys(TARGET_METRICS) as TargetMetric[]).filter((metric) =>
    units.some(({ targets }) => targets.some((target) => target.metric === metric)),
  );
  const told = units.filter(({ targets }) => targets.length > 0);
  const without = units.filter(({ targets }) => targets.length === 0).map(({ unit }) => unit);
  const cell = (targets: readonly Target[], metric: TargetMetric): string => {
    const target = targets.find((one) => one.metric === metric);
    return target ? figureText(target, target.annual) : '–';
  };
  return {
    title: told.length === 0 ? `${year} 年还没有定目标` : `${year} 年目标任务（${told.length} 个单位）`,
    tone: 'info',
    parts: [
      ...(told.length === 0
        ? []
        : [
            {
              type: 'table' as const,
              columns: [
                { head: '单位' },
                ...metrics.map((metric) => ({ head: TARGET_METRICS[metric].name, align: 'right' as const })),
              ],
              rows: told.map(({ unit, targets }) => [unit, ...metrics.map((metric) => cell(targets, metric))]),
            },
          ]),
      ...(without.length > 0 && told.length > 0 ? [note(`还没有定：${without.join('、')}`)] : []),
      note('投促中心定目标：目标 单位 指标 数值；也可用“导入”一次写入。'),
    ],
    buttons: told.length === 0 ? [] : [say('看进度', '进度')],
  };
}
