import { allReports, type StoredReport } from '../db/report.repository.ts';
import { breaches, type RuleBreach, recordCounts } from '../db/verify.repository.ts';
import { CALENDAR_SETTINGS } from '../domain/calendar/books.ts';
import { parsePeriod } from '../domain/calendar/period.ts';
import { singleBoard } from '../domain/report/board.ts';
import { keptBoard, keptLeaderboard } from '../domain/report/kept-inputs.ts';
import { leaderboard } from '../domain/report/leaderboard.ts';
import type { ReportModel } from '../domain/report/model.ts';
import { canonical, hashOf, type Reporting } from './board.service.ts';
import { type BoardFigures, boardFigures } from './board-figures.service.ts';
import { flagsOf } from './report.service.ts';
import type { OrgTx } from './transaction.ts';

/** What recomputing a published report came to. */
export interface Recomputed {
  readonly kind: string;
  readonly period: string;
  readonly hash: string;
  readonly ok: boolean;
  /** What differs, in words. */
  readonly says: string;
}

const BOARDS = ['monthly', 'quarterly', 'half', 'year', 'flags'];

/**
 * Recomputes every published report digit for digit: the figures from the records as of its cut-off, the result from the
 * figures, targets, units and scheme it was published with. A digest, which keeps no inputs, is checked against its hash.
 */
export async function recompute(tx: OrgTx, org: Reporting): Promise<readonly Recomputed[]> {
  const results: Recomputed[] = [];
  for (const report of await allReports(tx)) {
    const { kind, period, hash } = report;
    results.push({ kind, period, hash, ...(await judge(tx, org, report)) });
  }
  return results;
}

/** What looking through ledgers and kept files came to. */
export interface RecordsChecked {
  readonly entries: number;
  readonly files: number;
  readonly ok: boolean;
  readonly breaches: readonly RuleBreach[];
}

/** Checks what must hold of ledgers, stages, shares and kept files, whatever was published. */
export async function checkRecords(tx: OrgTx): Promise<RecordsChecked> {
  const broken = await breaches(tx);
  return { ...(await recordCounts(tx)), ok: broken.length === 0, breaches: broken };
}

type Judged = Pick<Recomputed, 'ok' | 'says'>;

async function judge(tx: OrgTx, org: Reporting, report: StoredReport): Promise<Judged> {
  const { model, inputs, hash } = report;
  if (hashOf({ inputs, model }) !== hash) return { ok: false, says: '保存的内容与校验码不符' };
  const again = fromInputs(report);
  if (again === null) return { ok: true, says: '内容与校验码相符' };
  if (canonical(again) !== canonical(model)) return { ok: false, says: '重算与发布的数字不一致' };
  return (await factsStand(tx, org, report))
    ? { ok: true, says: '重算一致' }
    : { ok: false, says: '台账记录与发布时的数字不一致' };
}

/** The report's model out of its own inputs; null for a kind that keeps none. */
function fromInputs({ kind, period, inputs }: StoredReport): ReportModel | null {
  if (/^(?:board|campaign):/.test(kind)) return singleBoard(keptBoard(inputs));
  const span = parsePeriod(period);
  if (!BOARDS.includes(kind) || !span) return null;
  const kept = keptLeaderboard(inputs);
  const board = { model: leaderboard(kept), inputs: kept, schemeId: null };
  return kind === 'flags' ? flagsOf(board, span) : board.model;
}

/** Whether the records still give, as of the cut-off, the figures that were published, of the same days. */
async function factsStand(tx: OrgTx, org: Reporting, report: StoredReport): Promise<boolean> {
  const { kind, period, inputs, cutOff } = report;
  const span = parsePeriod(period);
  if (!BOARDS.includes(kind) || !span) return true;
  const kept = keptLeaderboard(inputs);
  const facts = kept.more?.cumulative.names ?? [];
  const then = { ...org, settings: { ...org.settings, ...(kept.books ?? CALENDAR_SETTINGS) } };
  const fresh = await boardFigures(tx, then, span, cutOff, { scheme: kept.scheme, facts });
  const figures = ({ cumulative, before, month, late, lastYear, lastYearThen, more }: BoardFigures) =>
    canonical({ cumulative, before, month, more, ...(kept.books ? { late, lastYear, lastYearThen } : {}) });
  return figures(kept) === figures(fresh);
}
