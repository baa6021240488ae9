import type { OrgTx } from './org-transaction.ts';

/** One account of a platform and whose it is. */
export interface Identity {
  readonly platform: string;
  readonly workspace: string;
  readonly externalId: string;
  readonly personId: number;
  readonly state: 'asked' | 'approved';
}

/** Which account of which platform. */
export type Account = Pick<Identity, 'platform' | 'workspace' | 'externalId'>;

/** What is known of an account in this org, locked; null when nothing is. */
export async function lockIdentity(tx: OrgTx, account: Account): Promise<Identity | null> {
  const row = await tx.sql
    .selectFrom('identities')
    .selectAll()
    .where('org_id', '=', tx.orgId)
    .where('platform', '=', account.platform)
    .where('workspace', '=', account.workspace)
    .where('external_id', '=', account.externalId)
    .forUpdate()
    .executeTakeFirst();
  return row ? { ...account, personId: row.person_id, state: row.state } : null;
}

/** The accounts of a person. */
export async function identitiesOf(tx: OrgTx, personId: number): Promise<readonly Identity[]> {
  return tx.sql
    .selectFrom('identities')
    .select(['platform', 'workspace', 'external_id as externalId', 'person_id as personId', 'state'])
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .orderBy('asked_at')
    .execute();
}

/** Every account of the org, in the order they asked. */
export async function identitiesOfOrg(tx: OrgTx): Promise<readonly Identity[]> {
  return tx.sql
    .selectFrom('identities')
    .select(['platform', 'workspace', 'external_id as externalId', 'person_id as personId', 'state'])
    .where('org_id', '=', tx.orgId)
    .orderBy('asked_at')
    .orderBy('external_id')
    .execute();
}

/** Files an account for a person; false when the account was filed before. */
export async function insertIdentity(
  tx: OrgTx,
  identity: Identity & { readonly askedAt: Date; readonly approvedBy: number | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.sql
    .insertInto('identities')
    .values({
      org_id: tx.orgId,
      platform: identity.platform,
      workspace: identity.workspace,
      external_id: identity.externalId,
      person_id: identity.personId,
      state: identity.state,
      asked_at: identity.askedAt,
      approved_by: identity.approvedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Approves an asked account. */
export async function approveIdentity(tx: OrgTx, account: Account, approvedBy: number | null): Promise<void> {
  await tx.sql
    .updateTable('identities')
    .set({ state: 'approved', approved_by: approvedBy })
    .where('org_id', '=', tx.orgId)
    .where('platform', '=', account.platform)
    .where('workspace', '=', account.workspace)
    .where('external_id', '=', account.externalId)
    .execute();
}

/** Takes an account off; refused or unbound. */
export async function deleteIdentity(tx: OrgTx, account: Account): Promise<void> {
  await tx.sql
    .deleteFrom('identities')
    .where('org_id', '=', tx.orgId)
    .where('platform', '=', account.platform)
    .where('workspace', '=', account.workspace)
    .where('external_id', '=', account.externalId)
    .execute();
}

/** Takes all accounts of a person off; gives how many there were. */
export async function deleteIdentitiesOf(tx: OrgTx, personId: number): Promise<number> {
  const { numDeletedRows } = await tx.sql
    .deleteFrom('identities')
    .where('org_id', '=', tx.orgId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
