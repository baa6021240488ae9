import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { insertRecord, updateRecord } from '../../src/db/change.ts';
import { insertOrg } from '../../src/db/org.repository.ts';
import { inOrg } from '../../src/db/org-transaction.ts';
import { testDatabase } from '../support/database.ts';

const twoOrgs = async () => {
  const { db } = await testDatabase();
  const name = () => `县${Math.random()}`;
  return { db, one: await insertOrg(db, { name: name() }), two: await insertOrg(db, { name: name() }) };
};

test('a row of one org is not seen from another', async () => {
  const { db, one, two } = await twoOrgs();
  await inOrg(db, one, (tx) => insertRecord(tx, 'units', { name: '城关镇', kind: '乡镇街道' }));
  const seen = await inOrg(db, two, (tx) => tx.sql.selectFrom('units').selectAll().execute());
  expect(seen).toEqual([]);
});

test('a row cannot be written into another org', async () => {
  const { db, one, two } = await twoOrgs();
  const write = inOrg(db, one, (tx) =>
    sql`insert into units (org_id, id, name, kind) values (${two}, 1, '甲', '乙')`.execute(tx.sql),
  );
  await expect(write).rejects.toThrow(/row-level security/);
});

test('a query without an org does not run', async () => {
  const { db } = await twoOrgs();
  await expect(db.selectFrom('units').selectAll().execute()).rejects.toThrow(/app\.org_id|invalid input syntax/);
});

test('every written row is noted with its state before and after', async () => {
  const { db, one } = await twoOrgs();
  const changes = await inOrg(db, one, async (tx) => {
    const unit = await insertRecord(tx, 'units', { name: '城关镇', kind: '乡镇街道' });
    await updateRecord(tx, 'units', unit.id, { aliases: ['城关'] });
    return tx.changes;
  });
  expect(changes).toMatchObject([
    { table: 'units', id: 1, before: null, after: { name: '城关镇', version: 1 } },
    { table: 'units', id: 1, before: { aliases: [], version: 1 }, after: { aliases: ['城关'], version: 2 } },
  ]);
});

test('an update whose condition no longer holds changes nothing', async () => {
  const { db, one } = await twoOrgs();
  const result = await inOrg(db, one, async (tx) => {
    const unit = await insertRecord(tx, 'units', { name: '城关镇', kind: '乡镇街道' });
    return updateRecord(tx, 'units', unit.id, { kind: '园区开发区' }, sql`kind = '区直部门'`);
  });
  expect(result).toBeNull();
});

test('a commit waits for the disk unless it may go there with the next one', async () => {
  const { db, one } = await twoOrgs();
  const setting = (commit?: 'with-the-next') =>
    inOrg(
      db,
      one,
      async ({ sql: tx }) =>
        (await sql<{ on: string }>`select current_setting('synchronous_commit') as on`.execute(tx)).rows,
      commit,
    );
  const [usual] = await setting();
  expect(await setting('with-the-next')).toEqual([{ on: 'off' }]);
  expect(await setting()).toEqual([usual]);
});
