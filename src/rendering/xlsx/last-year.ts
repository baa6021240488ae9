import type { LeaderboardModel } from '../../domain/report/model.ts';
import { yearOnYear } from '../report/year-on-year.ts';
import { type Sheet, words } from './sheet.ts';

/** The totals beside last year: as it was published then, and as it is known today with what came late. */
export const lastYearSheet = (model: LeaderboardModel): Sheet => ({
  name: '同比',
  title: `${model.org}招商引资主要指标同比（${model.spanLabel}）`,
  subtitle: `填报单位：${model.issuer}　　截止时间：${model.cutOffLabel}`,
  columns: [
    { head: '指标', width: 18 },
    { head: '本年累计', width: 18 },
    { head: '上年同期', width: 18, over: '原报' },
    { head: '同比', width: 24, over: '原报' },
    { head: '上年同期', width: 18, over: '现口径' },
    { head: '同比', width: 24, over: '现口径' },
  ],
  rows: yearOnYear(model.totals).map((line) =>
    [line.label, line.now, line.reported, line.againstReported, line.known, line.againstKnown].map(words),
  ),
  note: '原报：上年同期当时发布的数；现口径：其后补报、更正计回当期后的数。上年同期为 0 或为负的不计增幅，为负的列出两数。',
  frozenColumns: 1,
});
