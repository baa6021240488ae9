/** Transactions for the layers above the services, which may not import db. */
export { type Change, type Db, inOrg, inOrgSnapshot, type OrgTx } from '../db/org-transaction.ts';
