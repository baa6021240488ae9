import type { Selectable } from 'kysely';
import type { CalendarDate } from '../domain/calendar/date.ts';
import type { Campaign } from '../domain/report/campaign.ts';
import type { CampaignRow } from './board.table.ts';
import { insertRecord, updateRecord } from './change.ts';
import type { OrgTx } from './org-transaction.ts';

/** Begins a campaign. */
export async function insertCampaign(
  tx: OrgTx,
  campaign: Omit<Campaign, 'id'> & { readonly createdBy: number; readonly now: Date },
): Promise<Campaign> {
  const row = await insertRecord(tx, 'campaigns', {
    name: campaign.name,
    from_on: campaign.from,
    to_on: campaign.to,
    board: campaign.board,
    cadence: campaign.cadence,
    created_by: campaign.createdBy,
    created_at: campaign.now,
  });
  return toCampaign(row);
}

/** Campaigns whose last day is that day or later, the earliest first. */
export async function campaignsSince(tx: OrgTx, day: CalendarDate): Promise<readonly Campaign[]> {
  const rows = await tx.sql
    .selectFrom('campaigns')
    .selectAll()
    .where('to_on', '>=', day)
    .orderBy('from_on')
    .orderBy('id')
    .execute();
  return rows.map(toCampaign);
}

/** Sets a campaign's last day; null when there is none of that number. */
export async function endCampaign(tx: OrgTx, id: number, to: CalendarDate): Promise<Campaign | null> {
  const row = await updateRecord(tx, 'campaigns', id, { to_on: to });
  return row ? toCampaign(row) : null;
}

const toCampaign = (row: Selectable<CampaignRow>): Campaign => ({
  id: row.id,
  name: row.name,
  from: row.from_on,
  to: row.to_on,
  board: row.board,
  cadence: row.cadence,
});
