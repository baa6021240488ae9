import { allReports } from '../db/report.repository.ts';
import { breaches, type RuleBreach, recordCounts } from '../db/verify.repository.ts';
import { parsePeriod } from '../domain/calendar/period.ts';
import { buildBoard, canonical, hashOf, type Reporting } from './board.service.ts';
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

const BOARDS = ['monthly', 'quarterly', 'half', 'year'];

/**
 * Recomputes every published board from the records as of its cut-off and compares it digit for digit with what was
 * published; for the other reports the kept model is checked against its hash.
 */
export async function recompute(tx: OrgTx, org: Reporting): Promise<readonly Recomputed[]> {
  const results: Recomputed[] = [];
  for (const { kind, period, hash, model, inputs, cutOff } of await allReports(tx)) {
    const base = { kind, period, hash };
    if (hashOf({ inputs, model }) !== hash) {
      results.push({ ...base, ok: false, says: '保存的内容与校验码不符' });
      continue;
    }
    const span = parsePeriod(period);
    if (!BOARDS.includes(kind) || !span) {
      results.push({ ...base, ok: true, says: '内容与校验码相符' });
      continue;
    }
    const again = await buildBoard(tx, org, span, cutOff);
    const same = canonical(again.model) === canonical(model);
    results.push({ ...base, ok: same, says: same ? '重算一致' : '重算与发布的数字不一致' });
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
