import pg from 'pg';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/db/database.ts';
import { clone } from '../support/database.ts';

test('a connection lost in the middle of a transaction fails that transaction, and nothing else', async () => {
  const url = await clone();
  const { db, close } = openDatabase({ url });
  const killer = new pg.Client({ connectionString: url });
  await killer.connect();
  const lost = db.transaction().execute(async (tx) => {
    await tx.selectFrom('orgs').selectAll().execute();
    await killer.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    await tx.selectFrom('orgs').selectAll().execute();
  });
  await expect(lost).rejects.toThrow();
  expect(await db.selectFrom('orgs').selectAll().execute()).toEqual([]);
  await killer.end();
  await close();
});

test('a lost connection is told, but not one that is being closed', async () => {
  const heard: string[] = [];
  const { db, pool, close } = openDatabase({ url: await clone(), onError: ({ message }) => heard.push(message) });
  await db.selectFrom('orgs').selectAll().execute();
  const client = await pool.connect();
  client.release();
  pool.emit('error', new Error('lost'), client);
  const closed = close();
  pool.emit('error', new Error('closed by the server'), client);
  await closed;
  expect(heard).toEqual(['lost']);
});
