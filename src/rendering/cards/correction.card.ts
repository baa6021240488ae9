import type { Amount, ForeignAmount } from '../../domain/money/decimal.ts';
import type { Changed, CorrectedFigure } from '../../domain/report/correction.ts';
import { foreignMoney, money } from '../format.ts';
import { list, note, type Reply, text } from '../reply.ts';
import { filesOf } from '../report/board-reply.ts';
import type { ReportFiles } from '../report/files.ts';

interface Correction {
  readonly periodLabel: string;
  readonly reason: string;
  readonly changes: readonly Changed[];
  readonly rebooked: number;
  readonly edition: number;
}

const LISTED = 10;

const NAMES: Readonly<Record<CorrectedFigure, string>> = {
  funds: '到位资金',
  signedCount: '签约数',
  signedAmount: '签约金额',
  startedCount: '开工数',
  fdi: '外资',
  score: '得分',
  rank: '位次',
};

/** What a correction would change, before it is published. */
export const correctionPreview = (correction: Correction): Reply => ({
  title: `【预览】更正 ${correction.periodLabel}月报：${correction.changes.length} 处有变`,
  tone: correction.changes.length > 0 ? 'ask' : 'info',
  parts: [...changeParts(correction), note('还没有发布。发布后第一次的月报仍留在记录里，群里会收到更正。')],
});

/** The correction as the groups get it: why, and what changed. */
export const correctionReply = (correction: Correction, files: ReportFiles = []): Reply => ({
  title: `更正：${correction.periodLabel}月报（第 ${correction.edition + 1} 版）`,
  tone: 'warn',
  parts: [text(`原因：${correction.reason}`), ...changeParts(correction), ...filesOf(files)],
});

/** To whoever published it. */
export const correctedReply = ({ periodLabel, changes, edition }: Correction, chats: number, hash: string): Reply => ({
  title: `已更正 ${periodLabel}月报（第 ${edition + 1} 版），${changes.length} 处有变，发到 ${chats} 个群`,
  tone: 'ok',
  parts: [note(`校验码 ${hash.slice(0, 12)}。`)],
});

function changeParts({ changes, rebooked }: Correction) {
  const lines = changes.map(
    ({ unit, figure, was, now }) => `${unit} ${NAMES[figure]}：${shown(figure, was)} → ${shown(figure, now)}`,
  );
  const more = lines.length > LISTED ? [`……另有 ${lines.length - LISTED} 处，见附件`] : [];
  return [
    ...(rebooked > 0 ? [text(`${rebooked} 笔补报计回当月。`)] : []),
    ...(lines.length > 0 ? [list([...lines.slice(0, LISTED), ...more])] : [text('重算后没有变化，不用更正。')]),
  ];
}

function shown(figure: CorrectedFigure, value: string | null): string {
  if (value === null) return '—';
  if (figure === 'funds' || figure === 'signedAmount') return money(value as Amount);
  if (figure === 'fdi') return foreignMoney(value as ForeignAmount);
  return figure === 'rank' ? `第 ${value}` : value;
}
