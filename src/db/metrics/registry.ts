import { activityCount } from './activity-count.ts';
import { chainShare } from './chain-share.ts';
import { chainsActive } from './chains-active.ts';
import { cohortAmount } from './cohort-amount.ts';
import { cohortCount } from './cohort-count.ts';
import { cohortFunds } from './cohort-funds.ts';
import { commitmentRate } from './commitment-rate.ts';
import { commitmentsDue } from './commitments-due.ts';
import { commitmentsKept } from './commitments-kept.ts';
import { commitmentsOverdue } from './commitments-overdue.ts';
import { completedCount } from './completed-count.ts';
import { fdi } from './fdi.ts';
import { fixedAssets } from './fixed-assets.ts';
import { funds } from './funds.ts';
import { fundsRate } from './funds-rate.ts';
import { landedCount } from './landed-count.ts';
import { leadCount } from './lead-count.ts';
import { meanSize } from './mean-size.ts';
import type { Metric } from './metric.ts';
import { outingHalfDays } from './outing-half-days.ts';
import { outingRatio } from './outing-ratio.ts';
import { output } from './output.ts';
import { performanceRate } from './performance-rate.ts';
import { performedCount } from './performed-count.ts';
import { problemSolveRate } from './problem-solve-rate.ts';
import { problemsOverdue } from './problems-overdue.ts';
import { problemsRaised } from './problems-raised.ts';
import { problemsSolved } from './problems-solved.ts';
import { producedOfSigned } from './produced-of-signed.ts';
import { producingCount } from './producing-count.ts';
import { productionRate } from './production-rate.ts';
import { signedAmount } from './signed-amount.ts';
import { signedCount } from './signed-count.ts';
import { startRate } from './start-rate.ts';
import { startedCount } from './started-count.ts';
import { startedOfSigned } from './started-of-signed.ts';
import { talkingCount } from './talking-count.ts';
import { taskOnTimeRate } from './task-on-time-rate.ts';
import { tasksDue } from './tasks-due.ts';
import { tasksOnTime } from './tasks-on-time.ts';
import { tasksOverdue } from './tasks-overdue.ts';
import { tax } from './tax.ts';
import { trade } from './trade.ts';
import { unstartedCount } from './unstarted-count.ts';
import { workHalfDays } from './work-half-days.ts';

/** Every metric a scheme may name. A new one: its file, its line here, a case in its source's test. */
export const METRICS: readonly Metric[] = [
  signedCount,
  signedAmount,
  talkingCount,
  landedCount,
  startedCount,
  completedCount,
  producingCount,
  funds,
  fixedAssets,
  fdi,
  tax,
  output,
  trade,
  leadCount,
  cohortCount,
  cohortAmount,
  cohortFunds,
  performedCount,
  startedOfSigned,
  producedOfSigned,
  unstartedCount,
  activityCount,
  chainsActive,
  tasksDue,
  tasksOnTime,
  tasksOverdue,
  problemsRaised,
  problemsSolved,
  problemsOverdue,
  commitmentsDue,
  commitmentsKept,
  commitmentsOverdue,
  outingHalfDays,
  workHalfDays,
  performanceRate,
  startRate,
  productionRate,
  fundsRate,
  meanSize,
  chainShare,
  outingRatio,
  taskOnTimeRate,
  problemSolveRate,
  commitmentRate,
];

/** The metric of an English or Chinese name; undefined when there is none. */
export const metricNamed = (name: string): Metric | undefined =>
  METRICS.find((metric) => metric.name === name || metric.label === name);
