import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { REFUSALS } from '../../src/commands/refusals.ts';

const root = resolve(import.meta.dirname, '../..');
const files = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(`${folder}/${entry.name}`)
      : entry.name.endsWith('.ts')
        ? [`${folder}/${entry.name}`]
        : [],
  );

test('every refusal has words', () => {
  const codes = ['src', 'handlers', 'jobs']
    .flatMap(files)
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/new Refusal\(\s*'([\w.-]+)'/g)].map(
        (match) => match[1] ?? '',
      ),
    );
  const inner = ['import.row', 'scoring.mistake'];
  expect([...new Set(codes)].filter((code) => !(code in REFUSALS) && !inner.includes(code))).toEqual([]);
});
