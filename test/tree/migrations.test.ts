import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { migrate } from '../../src/db/migrate.ts';
import { clone } from '../support/database.ts';

const root = resolve(import.meta.dirname, '../..');

/** Columns as the table types declare them. */
function declared(): ReadonlyMap<string, ReadonlySet<string>> {
  const texts = readdirSync(join(root, 'src/db'))
    .filter((file) => file.endsWith('.table.ts'))
    .map((file) => readFileSync(join(root, 'src/db', file), 'utf8'));
  return new Map(
    texts.flatMap((text) =>
      [...text.matchAll(/\/\*\* A row of `(\w+)`[^/]*\*\/\nexport interface \w+ \{([^}]*)\}/g)].map(
        (match) =>
          [
            match[1] ?? '',
            new Set([...(match[2] ?? '').matchAll(/^ {2}(\w+):/gm)].map((column) => column[1] ?? '')),
          ] as const,
      ),
    ),
  );
}

test('an empty database comes to the latest form, by five starters at once, and the types declare every column', async () => {
  const url = await clone('template0');
  const runs = await Promise.all(Array.from({ length: 5 }, () => migrate(url)));
  expect(runs.filter((run) => run.applied.length > 0)).toHaveLength(1);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ table_name: string; column_name: string }>(
    "select table_name, column_name from information_schema.columns where table_schema = 'public' and table_name not like 'kysely%'",
  );
  await client.end();
  const real = new Map<string, Set<string>>();
  for (const row of rows) real.set(row.table_name, (real.get(row.table_name) ?? new Set()).add(row.column_name));
  expect(Object.fromEntries([...declared()].map(([name, columns]) => [name, [...columns].sort()]).sort())).toEqual(
    Object.fromEntries([...real].map(([name, columns]) => [name, [...columns].sort()]).sort()),
  );
});
