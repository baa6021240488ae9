import { sql } from 'kysely';
import type { Decimal } from '../domain/money/decimal.ts';
import type { PeerFigure } from '../domain/report/peers.ts';
import type { TargetMetric } from '../domain/target/target.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Who entered a bulletin, when and from where. */
export interface Entered {
  readonly by: number;
  readonly at: Date;
  readonly source: string | null;
}

/** Writes a place's figure of a metric and period ("2026-1..5"), over what stood there. */
export async function putPeerFigure(
  tx: OrgTx,
  period: string,
  { place, ours, metric, value }: PeerFigure,
  { by, at, source }: Entered,
): Promise<void> {
  const known = await tx.sql
    .selectFrom('peer_figures')
    .select('id')
    .where('period', '=', period)
    .where('metric', '=', metric)
    .where('place', '=', place)
    .executeTakeFirst();
  const said = { ours, value, source, entered_by: by, entered_at: at };
  if (known) await updateRecord(tx, 'peer_figures', known.id, said);
  else await insertRecord(tx, 'peer_figures', { ...said, period, metric, place });
}

/** The figures of a period, in the order they were entered, with their source. */
export async function peerFigures(
  tx: OrgTx,
  period: string,
): Promise<{ readonly figures: readonly PeerFigure[]; readonly source: string | null }> {
  const rows = await tx.sql.selectFrom('peer_figures').selectAll().where('period', '=', period).orderBy('id').execute();
  return {
    figures: rows.map(({ place, ours, metric, value }) => ({
      place,
      ours,
      metric: metric as TargetMetric,
      value: value as Decimal,
    })),
    source: rows[0]?.source ?? null,
  };
}

/** The latest period up to one month ("2026-06") of which figures are known, entered by an instant; null: none. */
export async function latestPeerPeriod(tx: OrgTx, upTo: string, asOf: Date): Promise<string | null> {
  const { rows } = await sql<{ period: string }>`
    select period from peer_figures where org_id = ${tx.orgId} and entered_at <= ${asOf}
      and split_part(period, '-', 1) || '-' || lpad(split_part(period, '..', 2), 2, '0') <= ${upTo}
    order by split_part(period, '-', 1) desc, lpad(split_part(period, '..', 2), 2, '0') desc limit 1`.execute(tx.sql);
  return rows[0]?.period ?? null;
}
