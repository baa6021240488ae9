import { insertOrg } from '../org.service.ts';
import type { Db } from '../transaction.ts';

/** Makes the sample org: an invented county, for trying everything out. */
export async function createSampleOrg(db: Db, _now: Date): Promise<number> {
  const orgId = await insertOrg(db, { name: '云岭县（示例）', sample: true });
  await db.insertInto('workspaces').values({ platform: 'web', workspace: 'web', org_id: orgId }).execute();
  return orgId;
}
