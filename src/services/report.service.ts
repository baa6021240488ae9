import { insertClosing } from '../db/entry.repository.ts';
import { findReport, insertReport, insertReportFile, type StoredReport } from '../db/report.repository.ts';
import type { Period } from '../domain/calendar/period.ts';
import { flagReason } from '../domain/report/leaderboard.ts';
import type { FlagsModel, LeaderboardModel, ReportModel } from '../domain/report/model.ts';
import { type Board, buildBoard, canonical, hashOf, type Reporting } from './board.service.ts';
import { type DrawnFile, type KeptFile, storeFile } from './file.service.ts';
import { periodLabel } from './place.ts';
import type { OrgTx } from './transaction.ts';
import { announceReport } from './webhook.service.ts';

/** The kinds of report that are kept. */
export type ReportKind =
  | 'monthly'
  | 'quarterly'
  | 'half'
  | 'year'
  | 'weekly'
  | 'flags'
  | `board:${string}`
  | `campaign:${number}`;

/** A published report with its files. */
export interface Published {
  readonly report: StoredReport;
  readonly files: readonly (KeptFile & { readonly alt: string | null })[];
}

/**
 * Closes a month and keeps its leaderboard with inputs, scheme and hash: what is verified later counts in the next month.
 * A month that was published before gives what was published, never another.
 */
export async function publishBoard(
  tx: OrgTx,
  org: Reporting,
  kind: ReportKind,
  period: Period,
  cutOff: Date,
  draw: (model: LeaderboardModel) => Promise<readonly DrawnFile[]>,
): Promise<Published> {
  const known = await findReport(tx, kind, period.key);
  if (known) return known;
  if (kind === 'monthly') await insertClosing(tx, period.key, cutOff, cutOff);
  const board = await buildBoard(tx, org, period, cutOff);
  return keep(
    tx,
    kind,
    board.model,
    { inputs: board.inputs, schemeId: board.schemeId, cutOff },
    await draw(board.model),
  );
}

/** Keeps any report with its files. */
export async function keep(
  tx: OrgTx,
  kind: ReportKind,
  model: ReportModel,
  made: {
    readonly inputs: unknown;
    readonly schemeId: number | null;
    readonly cutOff: Date;
    readonly corrects?: { readonly id: number; readonly edition: number; readonly reason: string };
  },
  drawn: readonly DrawnFile[],
): Promise<Published> {
  const report = await insertReport(tx, {
    kind,
    period: model.periodKey,
    schemeId: made.schemeId,
    cutOff: made.cutOff,
    inputs: JSON.parse(canonical(made.inputs)) as unknown,
    model,
    hash: hashOf({ inputs: made.inputs, model }),
    ...(made.corrects ? { corrects: made.corrects } : {}),
  });
  const files = [];
  for (const file of drawn) {
    const kept = await storeFile(tx, file);
    await insertReportFile(tx, report.id, { name: file.name, fileId: kept.id, alt: file.alt ?? null });
    files.push({ ...kept, alt: file.alt ?? null });
  }
  await announceReport(tx, report, model.title);
  return { report, files };
}

/** The flags of a quarter, from its board, with the reason of each. */
export function flagsOf(board: Board, period: Period): FlagsModel {
  const { model, inputs } = board;
  const flagged = (flag: 'red' | 'yellow', group: LeaderboardModel['groups'][number]) =>
    group.rows
      .filter((row) => row.flag === flag && row.rank !== null)
      .map((row) => ({ unit: row.unit, rank: row.rank ?? 0, score: row.score, why: flagReason(row, inputs.scheme) }));
  const { totals: _, pace: __, blanks: ___, provisional: ____, late: _____, groups, ...head } = model;
  return {
    ...head,
    ...(inputs.head.provisional === undefined ? {} : { provisional: inputs.head.provisional }),
    kind: 'flags',
    title: `${periodLabel(period)}红黄旗`,
    groups: groups.map((group) => ({
      name: group.name,
      size: group.rows.length,
      red: flagged('red', group),
      yellow: flagged('yellow', group),
    })),
  };
}

export { findReport };
