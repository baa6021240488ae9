import {
  type Account,
  approveIdentity,
  deleteIdentity,
  type Identity,
  identitiesOfOrg,
  insertIdentity,
  lockIdentity,
} from '../db/identity.repository.ts';
import { adoptAccountWorkspace, workspacesOf } from '../db/org.repository.ts';
import { Refusal } from '../domain/refusal.ts';
import type { OrgTx } from './transaction.ts';

export { type Account, type Identity, identitiesOfOrg, workspacesOf };

/**
 * Binds an account to a person without asking, as whoever runs the server may; a wish of the same account is granted. The
 * workspace comes to this org when it was nobody's. Gives false when it stood so before. Refusals "binding.other",
 * "binding.elsewhere" (the workspace, or the account in it, is another org's).
 */
export async function linkAccount(tx: OrgTx, account: Account, personId: number, now: Date): Promise<boolean> {
  if (!(await adoptAccountWorkspace(tx, account))) throw new Refusal('binding.elsewhere');
  const known = await lockIdentity(tx, account);
  if (known && known.personId !== personId) throw new Refusal('binding.other');
  if (known?.state === 'approved') return false;
  if (known) await approveIdentity(tx, account, null);
  else if (!(await insertIdentity(tx, { ...account, personId, state: 'approved', askedAt: now, approvedBy: null })))
    throw new Refusal('binding.elsewhere');
  return true;
}

/** Takes an account off its person; false when it was nobody's. */
export async function unlinkAccount(tx: OrgTx, account: Account): Promise<boolean> {
  const known = await lockIdentity(tx, account);
  if (known) await deleteIdentity(tx, account);
  return known !== null;
}
