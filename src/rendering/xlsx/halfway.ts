import { exact, round } from '../../domain/money/decimal.ts';
import type { Halfway, HalfwayMetric, LeaderboardModel } from '../../domain/report/model.ts';
import { paceValue } from '../../domain/target/pace.ts';
import { percent } from '../format.ts';
import { type CellContent, figure, rate, type Sheet, words } from './sheet.ts';

/** 双过半 (全年): every unit beside each of its tasks, whether it has passed or not; in the tasks' own units. */
export function halfwaySheet(model: LeaderboardModel, { metrics }: Halfway): Sheet {
  const units = [...new Set(metrics.flatMap(({ rows }) => rows.map(({ unit }) => unit)))];
  return {
    name: '分项任务',
    title: `${model.org}分项任务完成情况（${model.periodLabel}）`,
    subtitle: `填报单位：${model.issuer}　　截止时间：${model.cutOffLabel}　　序时进度：${percent(paceValue(model.pace))}`,
    columns: [
      { head: '单位', width: 18 },
      ...metrics.flatMap(({ name, unit }) => [
        { head: `任务（${unit}）`, width: 16, over: name },
        { head: `完成（${unit}）`, width: 16, over: name },
        { head: '完成率', width: 10, over: name },
        { head: '达到', width: 8, over: name },
      ]),
    ],
    rows: units.map((unit) => [words(unit), ...metrics.flatMap((metric) => cellsOf(metric, unit))]),
    note: '“—”为没有这项任务；达到：完成数不少于任务乘序时进度。',
    frozenColumns: 1,
  };
}

function cellsOf({ rows }: HalfwayMetric, unit: string): readonly CellContent[] {
  const row = rows.find((one) => one.unit === unit);
  if (!row) return [words('—'), words('—'), words('—'), words('—')];
  const share = row.target === '0' ? null : Number(round(exact(row.done).div(exact(row.target)), 6));
  return [figure(row.target), figure(row.done), rate(share), words(row.passed ? '是' : '否')];
}
