/** The transaction type for layers above the services, which may not import db. */
export type { OrgTx } from '../db/org-transaction.ts';
