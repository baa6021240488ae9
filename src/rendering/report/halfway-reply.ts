import { compare, type Decimal, exact } from '../../domain/money/decimal.ts';
import { behindOf } from '../../domain/report/halfway.ts';
import type { HalfwayMetric, LeaderboardModel } from '../../domain/report/model.ts';
import { namesIn, percent } from '../format.ts';
import { list, note, type Reply, say, type TablePart, text } from '../reply.ts';
import { filesOf, headline } from './board-reply.ts';
import type { ReportFiles } from './files.ts';
import { cutOffText } from './year-on-year.ts';

const SHOWN = 10;
const COLUMNS = 3;

/** 双过半 (half-year) or 全年 in chat: totals, how many passed in each task, the table of completion, files. */
export function halfwayReply(model: LeaderboardModel, files: ReportFiles = []): Reply {
  const { halfway } = model;
  const half = model.periodKey.endsWith('-H1');
  const word = half ? '双过半' : '完成全年任务';
  const metrics = halfway?.metrics ?? [];
  return {
    title: `${model.org}${model.periodLabel}${half ? '“双过半”' : '任务完成情况'}`,
    tone: 'info',
    parts: [
      text(headline(model)),
      ...(halfway ? [text(`${halfway.withTasks} 个单位有任务，各项都${word}的 ${halfway.allPassed.length} 个。`)] : []),
      ...(metrics.length > 0
        ? [
            list(
              metrics.map((metric) => lineOf(metric, half)),
              '分项',
            ),
          ]
        : []),
      ...(metrics.length > 0 ? [table(metrics, files.length > 0)] : []),
      ...filesOf(files),
      note(`${model.spanLabel}，数据截至 ${cutOffText(model)}。没有任务的单位不计；完成率＝累计完成÷年度任务。`),
    ],
    buttons: [say('我的排名', '我的排名', 'primary'), say('进度', '进度')],
  };
}

function lineOf(metric: HalfwayMetric, half: boolean): string {
  const { passed, behind } = behindOf(metric);
  const rate = percent(rateOf(metric.done, metric.target));
  const named = behind.length === 0 ? '' : `，未${half ? '过半' : '完成'}：${namesIn(behind, 36)}`;
  return `${metric.name}完成 ${rate}，${passed}/${metric.rows.length} 个单位${half ? '过半' : '完成'}${named}`;
}

function table(metrics: readonly HalfwayMetric[], hasFiles: boolean): TablePart {
  const shown = [...metrics].sort((a, b) => b.rows.length - a.rows.length).slice(0, COLUMNS);
  const units = [...new Set(shown.flatMap(({ rows }) => rows.map(({ unit }) => unit)))];
  const left = units.length - SHOWN;
  const hidden = metrics.length - shown.length;
  return {
    type: 'table',
    heading: '完成率',
    columns: [{ head: '单位' }, ...shown.map(({ name }) => ({ head: name, align: 'right' as const }))],
    rows: units
      .slice(0, left > 2 ? SHOWN : units.length)
      .map((unit) => [unit, ...shown.map((metric) => cell(metric, unit))]),
    ...(left > 2 || hidden > 0
      ? { more: `另有 ${said(left, hidden)}，${hasFiles ? '见附件' : '发“进度 单位”看'}` }
      : {}),
  };
}

const said = (units: number, tasks: number): string =>
  [units > 2 ? `${units} 个单位` : '', tasks > 0 ? `${tasks} 项任务` : ''].filter(Boolean).join('、');

function cell({ rows }: HalfwayMetric, unit: string): string {
  const row = rows.find((one) => one.unit === unit);
  return row ? `${percent(rateOf(row.done, row.target))}${row.passed ? ' 过' : ''}` : '—';
}

const rateOf = (done: Decimal, target: Decimal) =>
  compare(target, '0' as Decimal) === 0 ? null : exact(done).div(exact(target));
