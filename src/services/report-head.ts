import { booksOf } from '../domain/calendar/books.ts';
import { addDays, clockAt, dateAt, endOfMonth, partsOf, startOfMonth } from '../domain/calendar/date.ts';
import type { Period } from '../domain/calendar/period.ts';
import type { ReportHead } from '../domain/report/model.ts';
import type { Scheme } from '../domain/scoring/scheme.ts';
import { dayLabel, periodLabel, placeName, type Reporting } from './place.ts';

/** Who issues an org's papers. */
export const issuerOf = (org: Reporting): string =>
  org.settings.issuer || `${placeName(org.name)}招商引资工作领导小组办公室`;

const TITLES = { month: '月度', quarter: '季度', half: '半年', year: '年度' } as const;

const BOOKED = {
  发生日期: '按发生日期计入当月，结账后补核实的计入下月并标记补报',
  核实日期: '按核实日期计入当月',
} as const;

/** What a report states about itself; the period has the days of the books. */
export function headOf(org: Reporting, period: Period, cutOff: Date, scheme: Scheme): ReportHead {
  const kind = TITLES[period.kind as keyof typeof TITLES] ?? '';
  return {
    org: placeName(org.name),
    issuer: issuerOf(org),
    title: `招商引资${kind}排行榜`,
    periodKey: period.key,
    periodLabel: periodLabel(period),
    spanLabel: spanLabelOf(org, period),
    cutOff: cutOff.toISOString(),
    cutOffLabel: instantLabel(cutOff, org.timeZone),
    ...(period.kind === 'range' ? {} : { provisional: isProvisional(org, period, cutOff) }),
    calibre:
      `签约只计正式合同，框架协议不计；各项只计投促中心核实过的填报，${BOOKED[org.settings.booking]}；${cutOffWords(org, period)}` +
      '金额单位见表头，外资单位万美元；完成率＝累计完成÷年度任务；流转项目按约定比例分别计入各单位；' +
      `得分按《${scheme.title}》（第${scheme.version ?? 1}版）计算。`,
    scheme: { title: scheme.title, version: scheme.version ?? 1 },
  };
}

/** The official FDI figure of a month comes in the middle of the next one (conventions, section 3). */
const PROVISIONAL_DAYS = 15;

const isProvisional = ({ timeZone }: Reporting, { to }: Period, cutOff: Date): boolean =>
  dateAt(cutOff, timeZone) <= addDays(endOfMonth(to), PROVISIONAL_DAYS);

/** "1—6月累计"; from another month than January "2025年12月—2026年6月累计". */
function spanLabelOf(org: Reporting, period: Period): string {
  if (period.kind === 'range') return periodLabel(period);
  const year = booksOf(org.settings).holding('year-to-month', period.to);
  const { month } = partsOf(period.to);
  if (year.first)
    return year.first.endsWith(`-${period.to.slice(5, 7)}`) ? periodLabel(period) : `${periodLabel(year)}累计`;
  return month === 1 ? `${partsOf(period.to).year}年1月` : `1—${month}月累计`;
}

/** Which days are counted, where they are not those of calendar months. */
function cutOffWords(org: Reporting, period: Period): string {
  const { from } = booksOf(org.settings).taskYear(period.to);
  if (period.kind === 'range' || (from === startOfMonth(from) && period.to === endOfMonth(period.to))) return '';
  const month = booksOf(org.settings).holding('month', period.to);
  return `每月账期按本地规定截止，本月为${dayLabel(month.from)}—${dayLabel(month.to)}，累计自${from.slice(0, 4)}年${dayLabel(from)}起；`;
}

/** "6月30日 17:00". */
export function instantLabel(instant: Date, timeZone: string): string {
  const { month, day } = partsOf(dateAt(instant, timeZone));
  return `${month}月${day}日 ${clockAt(instant, timeZone)}`;
}
